import { styled } from '@mui/material/styles';
import type { StatisticsTable } from '@anju/domain/contracts';
import { ListLink } from '../households/list-link';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';
import { placedFilter } from './count-filter';

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

const SOURCES = {
  registry: '以国务院扶贫办名单为准。',
  offList: '只统计库外信息补录的户。',
  all: '国务院扶贫办名单与库外信息补录合计。',
} as const;

const IDENTITIES = {
  T1: '改造后 = 农村危房改造 + 易地扶贫搬迁 + 生态移民、水库移民和避险搬迁；保障后 = 公益性住房 + 其他方式。',
  T2: '已录入 + 未录入 = 全部户数；占比 = 户数 ÷ 全部户数，按户数计算，不取平均。',
} as const;

/** What the numbers mean, and how many of the unrecognised are explained. */
export function StatisticsNote({ table }: { readonly table: StatisticsTable }) {
  const departed = table.total['departed'] ?? 0;
  const filter = placedFilter({ recognised: false, departed: true }, table.region, table.scope);
  return (
    <Note>
      <Icon name="info" size={14} />
      <span>
        <b>口径</b>　{SOURCES[table.scope]}
        {IDENTITIES[table.table]}
        {table.table === 'T1' ? '未认定' : '未录入'}中已说明退出{' '}
        <ListLink filter={filter}>{countText(departed)} 户</ListLink>。
      </span>
    </Note>
  );
}
