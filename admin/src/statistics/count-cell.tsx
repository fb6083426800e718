import { styled } from '@mui/material/styles';
import type { StatisticsColumn } from '@anju/domain/contracts';
import type { StatisticsScope } from '@anju/domain';
import { ListLink } from '../households/list-link';
import { colour } from '../theme/tokens';
import { countText, shareText } from '../vocabulary/numbers';
import { countFilter, placedFilter } from './count-filter';

const CountLink = styled(ListLink)({
  color: 'inherit',
  '&:hover, &:focus-visible': { color: colour.primary, textDecoration: 'underline' },
});

interface CountProps {
  readonly value: number | null | undefined;
  readonly column: Pick<StatisticsColumn, 'key' | 'unit'>;
  readonly region: string;
  readonly regionName: string;
  readonly scope: StatisticsScope;
  /** A row that no list can show exactly: households bound above the level of the rows. */
  readonly unlisted?: boolean;
}

/** A count that opens exactly the list that it counts; shares and empty counts are text. */
export function Count({ value, column, region, regionName, scope, unlisted = false }: CountProps) {
  if (column.unit === 'percent') return <>{shareText(value)}</>;
  const filter = countFilter(column.key);
  if (!value) return <span className="muted">{countText(value)}</span>;
  if (!filter || unlisted) return <>{countText(value)}</>;
  return (
    <CountLink filter={placedFilter(filter, region, scope)} title={`打开${regionName}的名单`}>
      {countText(value)}
    </CountLink>
  );
}
