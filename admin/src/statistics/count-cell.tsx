import { styled } from '@mui/material/styles';
import type { StatisticsColumn } from '@anju/domain/contracts';
import { cellFilter, type StatisticsScope, type StatisticsTableName } from '@anju/domain';
import { ListLink } from '../households/list-link';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { amountText, countText, shareText } from '../vocabulary/numbers';

const CountLink = styled(ListLink)({
  color: 'inherit',
  '&:hover, &:focus-visible': { color: colour.primary, textDecoration: 'underline' },
});

interface CountProps {
  readonly table: StatisticsTableName;
  readonly value: number | null | undefined;
  readonly column: Pick<StatisticsColumn, 'key' | 'unit'>;
  readonly region: string;
  readonly regionName: string;
  readonly scope: StatisticsScope;
  /** Households bound to the region itself, above the level of the rows. */
  readonly unplaced?: boolean | undefined;
  /** Counted on a day of the past: the list of today is another one. */
  readonly isKept?: boolean | undefined;
}

/** A count that opens exactly the list that it counts; shares, yuan and empty counts are text. */
export function Count({ table, value, column, region, regionName, scope, unplaced, isKept }: CountProps) {
  if (column.unit === 'percent') return <>{shareText(value)}</>;
  if (column.unit === 'yuan') return <>{amountText(value)}</>;
  if (!value) return <span className="muted">{countText(value)}</span>;
  if (isKept) return <>{countText(value)}</>;
  const filter = cellFilter(table, column.key, { regionCode: region, scope, unplaced });
  if (!filter) return <>{countText(value)}</>;
  return (
    <CountLink filter={filter} title={t('打开{regionName}的名单', { regionName })}>
      {countText(value)}
    </CountLink>
  );
}
