import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { PHONE, size, colour } from '../theme/tokens';
import { useNamedPage } from './page-title';

const Frame = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  minWidth: 0,
  minHeight: 0,
  flex: 1,
  padding: `14px ${size.gutter}px`,
  [PHONE]: { gap: 10, padding: `10px ${size.phoneGutter}px` },
  '@media print': { padding: 0 },
});

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  minHeight: 34,
  flex: 'none',
  '& h1': { whiteSpace: 'nowrap' },
  '& .description': { color: colour.ink3, fontSize: 13, paddingTop: 3 },
  '& .actions': { marginLeft: 'auto', display: 'flex', gap: 8, alignItems: 'center' },
  [PHONE]: {
    minHeight: 0,
    flexWrap: 'wrap',
    gap: '2px 8px',
    '& .description': { display: 'none' },
    // The name stands in the bar: without actions nothing is left that a gap could follow.
    '&:not(:has(.actions > :not(.desktop-only)))': { marginBottom: -10 },
    '& .actions': { flex: 1, flexWrap: 'wrap' },
  },
});

interface PageProps {
  readonly title: string;
  /** The name in the phone's top bar. */
  readonly shortTitle?: string;
  /** One sentence: what this page is for or what waits. */
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its one heading, one sentence, its actions at the right, and its content. */
export function Page({ title, shortTitle, description, actions, children }: PageProps) {
  useNamedPage(title, shortTitle ?? title);
  return (
    <Frame>
      <Head>
        <h1 className="page-name">{title}</h1>
        {description && <div className="description">{description}</div>}
        {actions && <div className="actions no-print">{actions}</div>}
      </Head>
      {children}
    </Frame>
  );
}
