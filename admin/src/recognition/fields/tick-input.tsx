import { styled } from '@mui/material/styles';
import type { FieldPath } from '../model/values';
import { colour, PHONE, size } from '../../theme/tokens';
import { useField } from './use-field';

const Tick = styled('label')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  marginTop: 2,
  minHeight: 22,
  fontSize: 12,
  color: colour.ink2,
  cursor: 'pointer',
  '& input': { width: 14, height: 14, margin: 0, accentColor: colour.primary },
  [PHONE]: { minHeight: size.touch, fontSize: 14, '& input': { width: 18, height: 18 } },
});

interface TickInputProps {
  readonly path: FieldPath;
  readonly label: string;
  /** An earlier step is ticked, which implies this one. */
  readonly implied: boolean;
}

/** A statement that stands in for a date: 尚未开工, 尚未竣工, 尚未入住. */
export function TickInput({ path, label, implied }: TickInputProps) {
  const { ticked, change, attributes } = useField(path);
  return (
    <Tick>
      <input
        {...attributes}
        aria-describedby={undefined}
        type="checkbox"
        checked={ticked || implied}
        disabled={implied}
        onChange={(event) => change(event.target.checked)}
      />
      {label}
    </Tick>
  );
}
