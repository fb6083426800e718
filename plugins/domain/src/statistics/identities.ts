import type { StatisticsCells, StatisticsTable } from '../contracts/statistics';
import { SAFEGUARD_GROUPS } from '../safeguard/kinds';
import type { StatisticsTableName } from '../vocabulary';
import { share } from './share';

/** One sum that must hold in every row of a table: `whole` = Σ `parts`. */
export interface StatisticsIdentity {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Where a table contradicts itself; the region's own code stands for the total. */
export interface IdentityViolation {
  readonly regionCode: string;
  readonly column: string;
  readonly found: number | null;
  readonly expected: number | null;
}

const GROUP_SUMS = SAFEGUARD_GROUPS.filter((group) => group.kinds.length > 1).map((group) => ({
  whole: group.key,
  parts: group.kinds,
}));

/** The sums that hold in every row of a table. */
export const STATISTICS_IDENTITIES: Readonly<Record<StatisticsTableName, readonly StatisticsIdentity[]>> = {
  T1: [{ whole: 'N', parts: [...SAFEGUARD_GROUPS.map((group) => group.key), 'unrecognised'] }, ...GROUP_SUMS],
  T2: [{ whole: 'N', parts: ['recognised', 'unrecognised'] }],
};

/** Every breach of a table's sums: in each row, of shares against counts, and of the total against the rows. */
export function identityViolations(table: StatisticsTable): readonly IdentityViolation[] {
  const total = { regionCode: table.region, cells: table.total };
  return [
    ...[...table.rows, total].flatMap((row) => [...brokenSums(table.table, row), ...brokenShares(row)]),
    ...brokenTotals(table),
  ];
}

interface Row {
  readonly regionCode: string;
  readonly cells: StatisticsCells;
}

function brokenSums(table: StatisticsTableName, row: Row): readonly IdentityViolation[] {
  return STATISTICS_IDENTITIES[table].flatMap(({ whole, parts }) => {
    const expected = parts.reduce((sum, part) => sum + (row.cells[part] ?? 0), 0);
    return differs(row.regionCode, whole, row.cells[whole] ?? null, expected);
  });
}

function brokenShares(row: Row): readonly IdentityViolation[] {
  return Object.keys(row.cells)
    .filter((key) => key.endsWith('Share'))
    .flatMap((key) => {
      const expected = share(row.cells[key.slice(0, -'Share'.length)] ?? 0, row.cells['N'] ?? 0);
      return differs(row.regionCode, key, row.cells[key] ?? null, expected);
    });
}

function brokenTotals(table: StatisticsTable): readonly IdentityViolation[] {
  const counted = table.columns.filter((column) => column.unit === 'households');
  return counted.flatMap(({ key }) => {
    const expected = table.rows.reduce((sum, row) => sum + (row.cells[key] ?? 0), 0);
    return differs(table.region, key, table.total[key] ?? null, expected);
  });
}

function differs(
  regionCode: string,
  column: string,
  found: number | null,
  expected: number | null,
): readonly IdentityViolation[] {
  return found === expected ? [] : [{ regionCode, column, found, expected }];
}
