import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { t } from '../language/t';
import { Control } from '../recognition/fields/control';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';

/** A labelled field with its fault below. */
export const Box = styled('div')({
  minWidth: 0,
  '& label, & .title': { display: 'block', fontSize: 12, lineHeight: '18px', color: colour.ink2 },
  '& .title': { marginBottom: 2 },
  '& .fault': { fontSize: 12, lineHeight: '18px', color: colour.warning },
});

/** One value of a choice, as text. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What every choice of the form takes. */
export interface ChoiceProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

interface SelectProps extends ChoiceProps {
  readonly label: string;
  readonly options: readonly Option[];
}

/** A choice that has to be made among a few. */
export function Select({ label, value, error, options, onChange }: SelectProps) {
  const id = useId();
  return (
    <Box>
      <label htmlFor={id}>
        {label}
        <span aria-hidden="true"> *</span>
      </label>
      <Control className={error ? 'invalid' : undefined}>
        <select
          id={id}
          value={value}
          className={value === '' ? 'empty' : undefined}
          aria-required
          aria-invalid={error !== undefined}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{t('请选择')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </Control>
      {error && <Fault text={error} />}
    </Box>
  );
}

/** What is wrong with a field. */
export function Fault({ text }: { readonly text: string }) {
  return (
    <p className="fault" role="alert">
      {text}
    </p>
  );
}
