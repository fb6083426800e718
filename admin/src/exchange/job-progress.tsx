import { styled } from '@mui/material/styles';
import { colour } from '../theme/tokens';

const Line = styled('div')({
  display: 'grid',
  gap: 4,
  fontSize: 13,
  '& .words': { display: 'flex', justifyContent: 'space-between', gap: 12 },
  '& progress': {
    width: '100%',
    height: 8,
    border: 0,
    borderRadius: 4,
    overflow: 'hidden',
    background: colour.track,
    accentColor: colour.primary,
    appearance: 'none',
    '&::-webkit-progress-bar': { background: colour.track },
    '&::-webkit-progress-value': { background: colour.primary },
    '&::-moz-progress-bar': { background: colour.primary },
  },
});

interface JobProgressProps {
  readonly label: string;
  /** 0–100. */
  readonly percent: number;
}

/** How far a job has come, in a word and a bar. */
export function JobProgress({ label, percent }: JobProgressProps) {
  return (
    <Line>
      <div className="words">
        <span className="truncate">{label}</span>
        <span className="muted">{percent}%</span>
      </div>
      <progress max={100} value={percent} aria-label={label} />
    </Line>
  );
}
