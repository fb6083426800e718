import {
  STATISTICS_METRICS,
  type StatisticsTableName,
  identityViolations,
  share,
  statisticsTableDefinition,
  tableCells,
  totalCells,
} from '@anju/domain';
import type { StatisticsTable } from '@anju/domain/contracts';
import fc from 'fast-check';

type Counts = Readonly<Record<string, number | undefined>>;

function sumOf(rows: readonly Counts[]): Counts {
  const sums = new Map<string, number>();
  for (const metric of STATISTICS_METRICS)
    sums.set(
      metric,
      rows.reduce((sum, row) => sum + (row[metric] ?? 0), 0),
    );
  return Object.fromEntries(sums);
}

function aTable(table: StatisticsTableName, rows: readonly Counts[]): StatisticsTable {
  const { label, columns } = statisticsTableDefinition(table);
  return {
    ...{ table, label, columns: [...columns], region: '520425', regionName: '紫云苗族布依族自治县' },
    ...{ scope: 'registry', asOf: '2020-06-30T00:00:00.000Z' },
    rows: rows.map((counts, index) => ({
      regionCode: `52042510${index}`,
      regionName: `乡镇${index}`,
      cells: tableCells(table, counts),
    })),
    total: totalCells(table, sumOf(rows)),
  };
}

const regionCounts = fc
  .record(Object.fromEntries(STATISTICS_METRICS.slice(1).map((metric) => [metric, fc.nat(5000)])), { requiredKeys: [] })
  .chain((counts) => {
    const recognised = Object.entries(counts).reduce(
      (sum, [key, n]) => (key.startsWith('kind:') ? sum + (n ?? 0) : sum),
      0,
    );
    return fc.nat(5000).map((unrecognised): Counts => ({ ...counts, N: recognised + unrecognised }));
  });

describe('T1 保障方式统计', () => {
  it('has the columns of the interface, in order', () => {
    expect(statisticsTableDefinition('T1').columns.map((column) => column.key)).toEqual(
      `N originalSafe safeAfterRenovation renovation povertyRelocation otherRelocation safeByProvision publicHousing
       otherMeans unrecognised`.split(/\s+/),
    );
  });

  it('sums kinds into groups and leaves the rest unrecognised', () => {
    const counts = {
      N: 100,
      'kind:originalSafe': 30,
      'kind:renovation': 20,
      'kind:otherRelocation': 1,
      'kind:otherMeans': 4,
    };
    expect(tableCells('T1', counts)).toEqual({
      N: 100,
      originalSafe: 30,
      safeAfterRenovation: 21,
      renovation: 20,
      povertyRelocation: 0,
      otherRelocation: 1,
      safeByProvision: 4,
      publicHousing: 0,
      otherMeans: 4,
      unrecognised: 45,
    });
  });
});

describe('T2 录入情况统计', () => {
  it('has the columns of the interface, in order', () => {
    expect(statisticsTableDefinition('T2').columns.map((column) => column.key)).toEqual(
      'N recognised recognisedShare unrecognised unrecognisedShare'.split(' '),
    );
  });

  it('divides counts, with two decimals, and has no share of nothing', () => {
    expect(tableCells('T2', { N: 3, 'kind:otherMeans': 1 })).toEqual({
      N: 3,
      recognised: 1,
      recognisedShare: 33.33,
      unrecognised: 2,
      unrecognisedShare: 66.67,
    });
    expect(share(0, 0)).toBeNull();
    expect(share(1, 8)).toBe(12.5);
  });
});

describe.each(['T1', 'T2'] as const)('identities of %s', (table) => {
  it('hold for any counts', () => {
    fc.assert(
      fc.property(fc.array(regionCounts, { maxLength: 6 }), (rows) => {
        expect(identityViolations(aTable(table, rows))).toEqual([]);
      }),
    );
  });

  it('catch a cell, a total and a share that is off by a little', () => {
    const sound = aTable(table, [{ N: 10, 'kind:originalSafe': 4 }]);
    const [row] = sound.rows;
    const N = { ...row, regionCode: '520425100', regionName: '乡镇', cells: { ...row?.cells, N: 11 } };
    expect(identityViolations({ ...sound, rows: [N] }).length).toBeGreaterThan(0);
    expect(identityViolations({ ...sound, total: { ...sound.total, unrecognised: 7 } }).length).toBeGreaterThan(0);
  });

  it('carry the departed in the total, beside the columns', () => {
    expect(aTable(table, [{ N: 10, departed: 2 }]).total).toHaveProperty('departed', 2);
  });
});

describe('a share that does not fit its counts', () => {
  it('is a violation', () => {
    const sound = aTable('T2', [{ N: 10, 'kind:originalSafe': 4 }]);
    expect(identityViolations({ ...sound, total: { ...sound.total, recognisedShare: 40.01 } })).toEqual([
      { regionCode: '520425', column: 'recognisedShare', found: 40.01, expected: 40 },
    ]);
  });
});
