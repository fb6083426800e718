import { styled } from '@mui/material/styles';
import { useRef } from 'react';
import { LineIcon } from '../recognition/line-icon';
import { colour, PHONE, size } from '../theme/tokens';

const Box = styled('span')({
  display: 'flex',
  flex: 'none',
  height: '100%',
  '& > button': {
    display: 'grid',
    placeItems: 'center',
    width: 30,
    height: '100%',
    border: 0,
    padding: 0,
    background: 'none',
    color: colour.ink3,
    cursor: 'pointer',
  },
  '& > input[type=date]': {
    position: 'absolute',
    right: 0,
    bottom: 0,
    width: 1,
    height: 1,
    margin: 0,
    padding: 0,
    border: 0,
    opacity: 0,
    pointerEvents: 'none',
  },
  [PHONE]: { '& > button': { width: size.touch } },
});

interface DayPickerProps {
  readonly day: string | undefined;
  readonly onPick: (day: string) => void;
}

/** The browser's calendar for the pointer, inside the box of a text input; the keyboard types, so it costs no tab stop. */
export function DayPicker({ day, onPick }: DayPickerProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <Box>
      <button type="button" tabIndex={-1} aria-hidden="true" onClick={() => picker.current?.showPicker()}>
        <LineIcon name="calendar" />
      </button>
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={day ?? ''}
        onChange={(event) => event.target.value && onPick(event.target.value)}
      />
    </Box>
  );
}
