import { styled } from '@mui/material/styles';
import { cellFilter, DEPARTED_METRIC, statisticsNote } from '@anju/domain';
import type { StatisticsTable } from '@anju/domain/contracts';
import { ListLink } from '../households/list-link';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';

const Note = styled('p')({
  display: 'flex',
  flex: 'none',
  gap: 8,
  fontSize: 12,
  lineHeight: '18px',
  color: colour.ink2,
  padding: '8px 16px',
  borderTop: `1px solid ${colour.line}`,
  '& a': { textDecoration: 'underline' },
  '& svg': { color: colour.ink3, marginTop: 2 },
});

/** What the numbers mean, and how many of the unrecognised are explained. */
export function StatisticsNote({ table }: { readonly table: StatisticsTable }) {
  return (
    <Note>
      <Icon name="info" size={14} />
      <span>
        <b>口径</b>　{statisticsNote(table.table, table.scope)}
        <Departed table={table} />
      </span>
    </Note>
  );
}

function Departed({ table }: { readonly table: StatisticsTable }) {
  const departed = table.total[DEPARTED_METRIC];
  const filter = cellFilter(table.table, DEPARTED_METRIC, { regionCode: table.region, scope: table.scope });
  if (departed === undefined || !filter) return null;
  return (
    <>
      {table.table === 'T1' ? '未认定' : '未录入'}中已说明退出{' '}
      <ListLink filter={filter}>{countText(departed)} 户</ListLink>。
    </>
  );
}
