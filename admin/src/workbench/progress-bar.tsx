import { styled } from '@mui/material/styles';
import { colour } from '../theme/tokens';

const Track = styled('span')({
  display: 'block',
  height: 6,
  borderRadius: 3,
  background: colour.track,
  overflow: 'hidden',
  '&.large': { height: 10, borderRadius: 5 },
  '& i': { display: 'block', height: '100%', background: colour.primary, borderRadius: '3px 0 0 3px' },
});

interface ProgressBarProps {
  /** 0–100; null where there is nothing to divide. */
  readonly share: number | null | undefined;
  readonly large?: true;
}

/** A share of a hundred; the number stands beside it. */
export function ProgressBar({ share, large }: ProgressBarProps) {
  return (
    <Track aria-hidden="true" className={large && 'large'}>
      <i style={{ width: `${share ?? 0}%` }} />
    </Track>
  );
}
