import {
  disagreements,
  identityViolations,
  STATISTICS_SCOPES,
  STATISTICS_TABLES,
  type StatisticsScope,
  statisticsTableDefinition,
  type StatisticsTableName,
} from '@anju/domain';
import { type RecountAnswer, statisticsTable, type StatisticsTable } from '@anju/domain/contracts';
import fc from 'fast-check';
import { startTestApp, type TestApp } from '../../harness/app';
import { perform, restoreRegions, type Step, step } from './household-steps';
import { baseRows, cellsOfRows } from './tables-of-rows';

/** A history is some hundred statements and tables: a busy machine needs more than the usual limit. */
jest.setTimeout(180_000);

/** Nation to village, along the regions in which the histories happen. */
const REGIONS = ['', '52', '5204', '520425', '520402', '520425001', '520425001001'];

/** Each history has a few households of both sources to work on, and ends in another order of things. */
const FIRST_STEPS: readonly Step[] = [
  ...['registry', 'registry', 'offList'].map(
    (source): Step => ({ do: 'create', region: '520425001001', source, exited: true, exitYear: 2018 }),
  ),
  { do: 'recognise', at: 1, kind: 'renovation', option: null },
  { do: 'editArchive', at: 1, mode: 'localMode', subsidy: 12_000.55 },
];

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  // Nobody in the demonstration looks at the whole nation.
  await app.owner.query(`update up_users set region_code = '', level = 'ministry' where username = 'demo-province'`);
});
afterAll(() => app.stop());

describe('all nine tables', () => {
  it('say at every level what the households come to, after any history', async () => {
    let histories = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (history) => {
        histories += 1;
        await app.owner.query('delete from households');
        await restoreRegions(app.owner);
        for (const [index, one] of [...FIRST_STEPS, ...history].entries()) {
          await perform(app.owner, `t${histories}-`, String(index), one);
        }
        await app.owner.query('select anju.compact_statistics(40)');
        expect(await wrongCells(REGIONS)).toEqual([]);
      }),
      { numRuns: 6 },
    );
    expect(await recount()).toMatchObject({ equal: true, differences: [] });
  });

  it('have exactly the columns of their definition', async () => {
    for (const table of STATISTICS_TABLES) {
      const { columns, rows } = await readTable(table, '520425', 'registry');
      const keys = statisticsTableDefinition(table).columns.map(({ key }) => key);
      expect(columns.map(({ key }) => key)).toEqual(keys);
      expect(Object.keys(rows[0]?.cells ?? {})).toEqual(keys);
    }
  });

  it('count who left poverty from the list only', async () => {
    const answer = await (await app.as('demo-city')).get('/api/statistics/tables/T3?scope=all');
    expect([answer.status, answer.body]).toEqual([
      400,
      expect.objectContaining({ errors: { scope: '这张表不统计所选范围' } }),
    ]);
  });
});

/** Where a table, its rows and its total, says something else than the rows of the base tables. */
async function wrongCells(regions: readonly string[]): Promise<readonly unknown[]> {
  const rows = await baseRows(app.owner);
  const wrong: unknown[] = [];
  for (const region of regions) {
    for (const scope of STATISTICS_SCOPES) {
      const safeguards = await readTable('T1', region, scope);
      for (const table of STATISTICS_TABLES.filter((one) => servesScope(one, scope))) {
        const answer = await readTable(table, region, scope);
        const shown = [
          ...answer.rows.map((row) => ({ ...row, exactly: row.unplaced === true })),
          { regionCode: region, cells: answer.total, exactly: false },
        ];
        for (const { regionCode, cells, exactly } of shown) {
          const { departed: _departed, ...columns } = cells;
          const expected = cellsOfRows(rows, table, { region: regionCode, scope, exactly });
          if (!isSame(columns, expected)) wrong.push({ table, scope, region, regionCode, exactly, columns, expected });
        }
        wrong.push(...identityViolations(answer), ...disagreements(safeguards, answer));
      }
    }
  }
  return wrong;
}

function servesScope(table: StatisticsTableName, scope: StatisticsScope): boolean {
  return statisticsTableDefinition(table).scopes.includes(scope);
}

function isSame(found: Readonly<Record<string, unknown>>, expected: Readonly<Record<string, unknown>>): boolean {
  const keys = new Set([...Object.keys(found), ...Object.keys(expected)]);
  return [...keys].every((key) => found[key] === expected[key]);
}

async function readTable(table: string, region: string, scope: string): Promise<StatisticsTable> {
  const answer = await (
    await app.as('demo-province')
  ).get(`/api/statistics/tables/${table}?${new URLSearchParams({ region, scope }).toString()}`);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return statisticsTable.parse(answer.body);
}

async function recount(): Promise<RecountAnswer> {
  const answer = await (await app.as('demo-province')).post('/api/statistics/recount').send({});
  expect(answer.status).toBe(200);
  // The body was written by the door whose contract this is.
  return answer.body as RecountAnswer;
}
