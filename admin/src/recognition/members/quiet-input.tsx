import { styled } from '@mui/material/styles';
import { fieldId, noteId } from '../fields/field-frame';
import { useField } from '../fields/use-field';
import type { FieldPath } from '../model/values';
import { colour, PHONE, size } from '../../theme/tokens';

const Quiet = styled('span')({
  display: 'flex',
  alignItems: 'center',
  height: 28,
  minWidth: 0,
  border: '1px solid transparent',
  borderRadius: size.radius,
  '& > input': {
    flex: 1,
    minWidth: 0,
    height: '100%',
    boxSizing: 'border-box',
    border: 0,
    outline: 0,
    padding: '0 9px',
    background: 'none',
    color: colour.ink,
    font: 'inherit',
    fontSize: 13,
    '&::placeholder': { color: colour.ink3, opacity: 1, fontSize: 12 },
  },
  '& > .count': { color: colour.ink3, fontSize: 12, paddingRight: 9, whiteSpace: 'nowrap', display: 'none' },
  '&:hover, &.filled': { borderColor: colour.field, background: colour.surface },
  '&.invalid': {
    borderColor: colour.warning,
    boxShadow: `inset 0 0 0 1px ${colour.warning}`,
    background: colour.surface,
  },
  '&:focus-within': {
    background: colour.surface,
    borderColor: colour.primary,
    boxShadow: `inset 0 0 0 1px ${colour.primary}, 0 0 0 3px ${colour.ring}`,
  },
  '&:focus-within > .count': { display: 'inline' },
  [PHONE]: {
    height: size.touch,
    borderColor: colour.field,
    background: colour.surface,
    '& > input': { fontSize: 15 },
    '& > input::placeholder': { fontSize: 13 },
  },
});

interface QuietInputProps {
  readonly path: FieldPath;
  /** Whose value and which: 韦秀英 身份证号（更正）. */
  readonly label: string;
  readonly placeholder: string;
  readonly inputMode?: 'text' | 'tel';
  /** Shows how many of this many characters are typed. */
  readonly length?: number;
}

/** A correction that is seldom needed: quiet text that becomes a field when it is reached. */
export function QuietInput({ path, label, placeholder, inputMode = 'text', length }: QuietInputProps) {
  const { text, error, change, check } = useField(path);
  return (
    <Quiet className={error ? 'invalid' : text ? 'filled' : undefined}>
      <input
        id={fieldId(path)}
        name={path}
        aria-label={label}
        aria-invalid={error !== undefined}
        aria-describedby={noteId(path)}
        inputMode={inputMode}
        value={text}
        placeholder={placeholder}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
        onBlur={check}
      />
      {length !== undefined && text !== '' && (
        <span className="count">
          {text.length} / {length}
        </span>
      )}
    </Quiet>
  );
}
