import type { StatisticsCells, StatisticsTable } from '../contracts/statistics';
import { SAFEGUARD_GROUPS } from '../safeguard/kinds';
import type { StatisticsTableName } from '../vocabulary';
import { share } from './share';
import { EXIT_YEARS, SPLITS, type StatisticsSplit } from './splits';
import { tableKind } from './tables';

/** One sum that must hold in every row of a table: `whole` = Σ `parts`. */
export interface StatisticsIdentity {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Where a table contradicts itself or T1; the region's own code stands for the total. */
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

function splitSum(split: StatisticsSplit, prefix = ''): StatisticsIdentity {
  return { whole: 'total', parts: split.values.map(({ value }) => `${prefix}${value}`) };
}

/** The sums that hold in every row of a table. */
export const STATISTICS_IDENTITIES: Readonly<Record<StatisticsTableName, readonly StatisticsIdentity[]>> = {
  T1: [{ whole: 'N', parts: [...SAFEGUARD_GROUPS.map((group) => group.key), 'unrecognised'] }, ...GROUP_SUMS],
  T2: [{ whole: 'N', parts: ['recognised', 'unrecognised'] }],
  T3: [
    { whole: 'N', parts: ['notExited', 'exited'] },
    { whole: 'exited', parts: [...EXIT_YEARS.map((year) => `exit${year}`), 'exitYearMissing'] },
  ],
  T4: [splitSum(SPLITS.originalResult)],
  T5: [
    splitSum(SPLITS.renovationResult, 'result.'),
    splitSum(SPLITS.renovationMode, 'mode.'),
    splitSum(SPLITS.constructionMode, 'construction.'),
  ],
  T6: [splitSum(SPLITS.relocationState)],
  T7: [splitSum(SPLITS.relocationType)],
  T8: [splitSum(SPLITS.publicHousingType)],
  T9: [splitSum(SPLITS.otherMeansType)],
};

/** Every breach of a table's sums: in each row, of shares against counts, and of the total against the rows. */
export function identityViolations(table: StatisticsTable): readonly IdentityViolation[] {
  return [
    ...[...table.rows, totalRow(table)].flatMap((row) => [...brokenSums(table.table, row), ...brokenShares(row)]),
    ...brokenTotals(table),
  ];
}

/**
 * Every count of a table that T1 of the same region, scope and moment gives otherwise: T1.N = T2.N = T3.N, 未录入 = 未认定,
 * and the whole of T4–T9 = the column of their kind.
 */
export function disagreements(safeguards: StatisticsTable, table: StatisticsTable): readonly IdentityViolation[] {
  const rows = new Map([...table.rows, totalRow(table)].map((row) => [rowKey(row), row]));
  return [...safeguards.rows, totalRow(safeguards)].flatMap((row) =>
    sharedColumns(table.table).flatMap(({ own, safeguard }) =>
      differs(row.regionCode, own, rows.get(rowKey(row))?.cells[own] ?? 0, row.cells[safeguard] ?? 0),
    ),
  );
}

function sharedColumns(table: StatisticsTableName): readonly { readonly own: string; readonly safeguard: string }[] {
  const kind = tableKind(table);
  if (kind !== undefined) return [{ own: 'total', safeguard: kind }];
  const same = table === 'T2' ? ['N', 'unrecognised'] : ['N'];
  return same.map((key) => ({ own: key, safeguard: key }));
}

interface Row {
  readonly regionCode: string;
  readonly cells: StatisticsCells;
  readonly unplaced?: true | undefined;
  readonly total?: true;
}

function totalRow(table: StatisticsTable): Row {
  return { regionCode: table.region, cells: table.total, total: true };
}

/** A region that shows what is bound to itself, and its total, have one code. */
function rowKey({ regionCode, unplaced, total }: Row): string {
  return [regionCode, unplaced && 'unplaced', total && 'total'].join(' ');
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
  return table.columns
    .filter((column) => column.unit !== 'percent')
    .flatMap(({ key }) => {
      const expected = table.rows.reduce((sum, row) => sum + cents(row.cells[key] ?? 0), 0);
      return differs(table.region, key, cents(table.total[key] ?? 0) / 100, expected / 100);
    });
}

/** Yuan are added in cents, so that floating point adds them exactly. */
function cents(value: number): number {
  return Math.round(value * 100);
}

function differs(
  regionCode: string,
  column: string,
  found: number | null,
  expected: number | null,
): readonly IdentityViolation[] {
  return found === expected ? [] : [{ regionCode, column, found, expected }];
}
