import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../theme/icon';
import { colour } from '../theme/tokens';

const Box = styled('div')({
  display: 'flex',
  gap: 14,
  padding: '20px 16px',
  color: colour.ink2,
  fontSize: 13,
  lineHeight: '20px',
  '& > svg': { color: colour.ink3, marginTop: 1 },
  '& strong': { display: 'block', color: colour.ink, fontSize: 14 },
  '& .next': { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', marginTop: 4 },
  '& button': {
    font: 'inherit',
    color: colour.primary,
    background: 'none',
    border: 0,
    padding: 0,
    cursor: 'pointer',
    '&:hover': { textDecoration: 'underline' },
  },
});

interface MessageStateProps {
  readonly icon: IconName;
  /** What happened. */
  readonly title: string;
  /** What is safe, what to do next. */
  readonly children?: ReactNode;
  /** Links or buttons to go on. */
  readonly next?: ReactNode;
  readonly urgent?: true;
}

/** The one pattern of empty, error and offline: sign, what happened, what is safe, a link to go on. */
export function MessageState({ icon, title, children, next, urgent }: MessageStateProps) {
  return (
    <Box role={urgent ? 'alert' : 'status'}>
      <Icon name={icon} size={20} />
      <div>
        <strong>{title}</strong>
        {children && <div>{children}</div>}
        {next && <div className="next">{next}</div>}
      </div>
    </Box>
  );
}
