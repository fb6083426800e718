import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { colour, PHONE } from '../theme/tokens';

/** Read-only facts as text, label above value. */
export const Facts = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
  gap: '8px 24px',
  padding: '10px 16px 14px',
  fontSize: 13,
  [PHONE]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px 12px', padding: '10px 12px 12px' },
  '& dt': { color: colour.ink3, fontSize: 12, lineHeight: '16px' },
  '& dd': { lineHeight: '20px', overflowWrap: 'anywhere' },
  '& .wide': { gridColumn: '1 / -1' },
});

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** One fact; absent is a dash. */
export function Fact({ label, children, wide = false }: FactProps) {
  const isAbsent = children === null || children === undefined || children === '' || children === false;
  return (
    <div className={wide ? 'wide' : undefined}>
      <dt>{label}</dt>
      <dd>{isAbsent ? <span className="muted">–</span> : children}</dd>
    </div>
  );
}
