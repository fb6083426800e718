import { readFileSync } from 'node:fs';
import {
  disagreements,
  identityViolations,
  SAFEGUARD_KINDS,
  type SafeguardKind,
  share,
  SPLITS,
  STATISTICS_IDENTITIES,
  STATISTICS_TABLES,
  statisticsTableDefinition,
  type StatisticsSplit,
  type StatisticsTableName,
  tableCells,
  totalCells,
} from '@anju/domain';
import type { StatisticsCells, StatisticsTable } from '@anju/domain/contracts';
import fc from 'fast-check';

interface OptionList {
  readonly options: readonly { readonly key: string; readonly label: string; readonly core: boolean }[];
}

type Counts = Readonly<Record<string, number | undefined>>;

function sumOf(rows: readonly Counts[]): Counts {
  const metrics = new Set(rows.flatMap((row) => Object.keys(row)));
  // Yuan are summed in cents, as the database sums them without loss.
  const sum = (metric: string) => rows.reduce((cents, row) => cents + Math.round((row[metric] ?? 0) * 100), 0) / 100;
  return Object.fromEntries([...metrics].map((metric) => [metric, sum(metric)]));
}

function aTable(table: StatisticsTableName, rows: readonly Counts[]): StatisticsTable {
  const { label, columns } = statisticsTableDefinition(table);
  return {
    ...{ table, label, columns: [...columns], region: '520425', regionName: '紫云苗族布依族自治县' },
    ...{ scope: 'registry', asOf: '2020-06-30T00:00:00.000Z', day: null, recounted: null },
    rows: rows.map((counts, index) => ({
      regionCode: `52042510${index}`,
      regionName: `乡镇${index}`,
      cells: tableCells(table, counts),
    })),
    total: totalCells(table, sumOf(rows)),
  };
}

interface Household {
  readonly kind: SafeguardKind | null;
  readonly explained: boolean;
  readonly exited: boolean;
  readonly exitYear: number | null;
  /** The option of each split: one with a column, the rest, an empty field, or one that nobody foresaw. */
  readonly option: number;
  readonly cents: number;
}

const household: fc.Arbitrary<Household> = fc.record({
  kind: fc.option(fc.constantFrom(...SAFEGUARD_KINDS)),
  explained: fc.boolean(),
  exited: fc.boolean(),
  exitYear: fc.option(fc.integer({ min: 2012, max: 2022 })),
  option: fc.nat(40),
  cents: fc.nat(9_999_999),
});

/** The metrics that the cells keep of one household of the list. */
function metricsOf(one: Household): readonly (readonly [string, number])[] {
  const splits = Object.values<StatisticsSplit>(SPLITS).filter((split) => split.kind === one.kind);
  const counted = [
    'N',
    one.exited ? `exitYear:${one.exitYear ?? 'missing'}` : 'notExited',
    ...(one.kind === null ? (one.explained ? ['departed'] : []) : [`kind:${one.kind}`]),
    ...splits.map((split) => {
      const values = [...split.values.map(({ value }) => value), 'none', 'other', 'localOption'];
      return `${split.metric}:${values[one.option % values.length] ?? ''}`;
    }),
    ...(one.kind === 'renovation' && one.explained ? ['renovation.accepted', 'renovation.archiveIncomplete'] : []),
  ];
  const yuan = one.kind === 'renovation' ? [['renovation.subsidyTotal', one.cents / 100] as const] : [];
  return [...counted.map((metric) => [metric, 1] as const), ...yuan];
}

const regionCounts: fc.Arbitrary<Counts> = fc
  .array(household, { maxLength: 30 })
  .map((households) => sumOf(households.flatMap(metricsOf).map(([metric, value]) => ({ [metric]: value }))));

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

describe.each(STATISTICS_TABLES)('identities of %s', (table) => {
  it('hold for any counts', () => {
    fc.assert(
      fc.property(fc.array(regionCounts, { maxLength: 6 }), (rows) => {
        expect(identityViolations(aTable(table, rows))).toEqual([]);
      }),
    );
  });

  it('agree with T1 for any counts', () => {
    fc.assert(
      fc.property(fc.array(regionCounts, { maxLength: 6 }), (rows) => {
        expect(disagreements(aTable('T1', rows), aTable(table, rows))).toEqual([]);
      }),
    );
  });

  it('catch any column that is off by one, in a row and in the total', () => {
    const sound = aTable(table, [{ N: 10, 'kind:originalSafe': 4, 'kind:renovation': 1 }]);
    const counted = STATISTICS_IDENTITIES[table].flatMap(({ whole, parts }) => [whole, ...parts]);
    const more = (cells: StatisticsCells, key: string) => ({ ...cells, [key]: Number(cells[key]) + 1 });
    for (const key of counted) {
      const rows = sound.rows.map((row) => ({ ...row, cells: more(row.cells, key) }));
      expect(identityViolations({ ...sound, rows }).length).toBeGreaterThan(0);
      expect(identityViolations({ ...sound, total: more(sound.total, key) }).length).toBeGreaterThan(0);
    }
  });

  it('catch a table that counts otherwise than T1', () => {
    const [one, another] = [
      { N: 10 },
      { N: 11, ...Object.fromEntries(SAFEGUARD_KINDS.map((kind) => [`kind:${kind}`, 1])) },
    ];
    expect(disagreements(aTable('T1', [one]), aTable(table, [another])).length).toBeGreaterThan(0);
  });
});

describe.each(['T1', 'T2'] as const)('the total of %s', (table) => {
  it('carries the departed, beside the columns', () => {
    expect(aTable(table, [{ N: 10, departed: 2 }]).total).toHaveProperty('departed', 2);
  });
});

describe.each([
  ['T3', 'N notExited exited exit2014 exit2015 exit2016 exit2017 exit2018 exit2019 exit2020 exitYearMissing'],
  ['T4', 'total gradeA gradeB assessedSafe none'],
  [
    'T5',
    `total result.gradeC result.gradeD result.assessedUnsafe result.none mode.repairStrengthen mode.rebuildOnSite
     mode.newBuildScattered mode.newBuildClustered mode.houseExchange mode.newBuildNoHouse mode.other mode.none
     construction.selfBuilt construction.unifiedBuilt construction.none accepted completed subsidyTotal archiveIncomplete`,
  ],
  ['T6', 'total notStarted underConstruction completed movedIn none'],
  ['T7', 'total ecologicalResettlement reservoirResettlement hazardRelocation other'],
  ['T8', 'total collectiveRental happinessCourtyard elderlyHome idlePublicHouse other'],
  ['T9', 'total withRelatives renting borrowing other'],
] as const)('%s', (table, keys) => {
  it('has the columns of the interface, in order', () => {
    expect(statisticsTableDefinition(table).columns.map(({ key }) => key)).toEqual(keys.split(/\s+/));
  });
});

describe('an option without a column', () => {
  it('counts as other, and an empty field beside it', () => {
    const counts = {
      'kind:renovation': 9,
      'renovation.mode:repairStrengthen': 4,
      'renovation.mode:none': 2,
      'renovation.mode:other': 1,
      'renovation.mode:localMode': 2,
    };
    expect(tableCells('T5', counts)).toMatchObject({
      'mode.repairStrengthen': 4,
      'mode.none': 2,
      'mode.other': 3,
    });
  });

  it('counts as a missing year when it is a year of leaving poverty outside 2014–2020', () => {
    const counts = { N: 6, notExited: 1, 'exitYear:2013': 2, 'exitYear:missing': 1, 'exitYear:2018': 2 };
    expect(tableCells('T3', counts)).toMatchObject({ exited: 5, exit2018: 2, exitYearMissing: 3 });
  });
});

describe('the core options of the shipped lists', () => {
  it.each([
    ['appraisalResult', [SPLITS.originalResult, SPLITS.renovationResult]],
    ['renovationMode', [SPLITS.renovationMode]],
    ['constructionMode', [SPLITS.constructionMode]],
    ['relocationType', [SPLITS.relocationType]],
    ['publicHousingType', [SPLITS.publicHousingType]],
    ['otherMeansType', [SPLITS.otherMeansType]],
  ])('of %s each have a column of that name', (list, splits) => {
    const { options } = JSON.parse(readFileSync(`config/options/${list}.json`, 'utf8')) as OptionList;
    const core = options.filter((option) => option.core).map(({ key, label }) => ({ value: key, label }));
    const columns = splits.flatMap((split: StatisticsSplit) => split.values).filter(({ value }) => value !== 'none');
    expect(columns).toEqual(core);
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
