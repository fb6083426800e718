import { styled } from '@mui/material/styles';
import { cellFilter, DEPARTED_METRIC } from '@anju/domain';
import type { StatisticsTable } from '@anju/domain/contracts';
import { ListLink } from '../households/list-link';
import { statisticsNote } from '../language/domain-words';
import { phrase, t } from '../language/t';
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
        <b>{t('口径')}</b>　{statisticsNote(table.table, table.scope)}
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
      {phrase('{value}中已说明退出 {departed}。', {
        value: table.table === 'T1' ? t('未认定') : t('未录入'),
        departed: <ListLink filter={filter}>{t('{departed} 户', { departed: countText(departed) })}</ListLink>,
      })}
    </>
  );
}
