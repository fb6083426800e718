import { styled } from '@mui/material/styles';
import { parseRegisterDate } from '@anju/domain';
import { useState, type InputHTMLAttributes, type KeyboardEvent } from 'react';
import { t } from '../language/t';
import { PHONE, size } from '../theme/tokens';
import { DayPicker } from './day-picker';

const Box = styled('span')({
  display: 'block',
  position: 'relative',
  flex: 1,
  minWidth: 0,
  height: '100%',
  '&& > input': { paddingRight: 30 },
  '& > span': { position: 'absolute', top: 0, right: 0 },
  [PHONE]: { '&& > input': { paddingRight: size.touch } },
});

interface DayInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  /** YYYY-MM-DD, or what was written and is no day; empty is none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day in one text input, written in any of the usual forms; it counts once the input is left or Enter is pressed. */
export function DayInput({ value, onChange, ...input }: DayInputProps) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? value;
  const commit = () => {
    setTyped(undefined);
    const day = parseRegisterDate(text) ?? text.trim();
    if (day !== value) onChange(day);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || text === value) return;
    // Whoever listens around the input still knows the day before.
    event.stopPropagation();
    commit();
  };
  return (
    <Box>
      <input
        placeholder={t('如 20200601')}
        {...input}
        aria-invalid={input['aria-invalid'] === true || (value !== '' && !parseRegisterDate(value))}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        value={text}
        // Typing replaces the day that stands there.
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      <DayPicker
        day={parseRegisterDate(text)}
        onPick={(day) => {
          setTyped(undefined);
          onChange(day);
        }}
      />
    </Box>
  );
}
