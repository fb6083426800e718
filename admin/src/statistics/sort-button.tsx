import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { nextSort } from './compared-rows';
import { statisticsAddress, useShownStatistics } from './question';

const Button = styled('button')({
  font: 'inherit',
  color: 'inherit',
  textAlign: 'inherit',
  background: 'none',
  border: 0,
  padding: 0,
  cursor: 'pointer',
  outlineOffset: 2,
  '&:hover': { color: colour.primary },
  '& i': { fontStyle: 'normal', color: colour.primary, marginLeft: 2 },
});

/** A column's name; a click compares the regions by it. */
export function SortButton({ column, children }: { readonly column: string; readonly children: ReactNode }) {
  const navigate = useNavigate();
  const shown = useShownStatistics();
  const order = sortOrder(shown.sort, column);
  return (
    <Button
      type="button"
      title={t('按此列比较各地区')}
      onClick={() => navigate(statisticsAddress({ ...shown, sort: nextSort(shown.sort, column) }), { replace: true })}
    >
      {children}
      {order && <i aria-hidden="true">{order === 'descending' ? '↓' : '↑'}</i>}
    </Button>
  );
}

/** How the rows are ordered by a column, as its head says it to screen readers. */
export function sortOrder(sort: string | undefined, column: string): 'ascending' | 'descending' | undefined {
  if (sort === column) return 'descending';
  return sort === `-${column}` ? 'ascending' : undefined;
}
