import {
  cellFilter,
  type CellPlace,
  DEPARTED_METRIC,
  STATISTICS_TABLES,
  statisticsTableDefinition,
} from '@anju/domain';
import { statisticsTable, type StatisticsTable } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';

/** Every cell of the demonstration is asked for: some thousand requests. */
jest.setTimeout(300_000);

let app: TestApp;
let province: Caller;

beforeAll(async () => {
  app = await startTestApp();
  province = await app.as('demo-province');
  // What the demonstration has none of: households bound above the village, and options that no column names.
  await app.owner.query(`update households set region_code = '520425001'
    where id in (select household_id from safeguards where region_code like '520425______' order by id limit 12)`);
  await app.owner.query(`update households set region_code = '5204'
    where id in (select id from households where region_code like '520425______' order by recognised, id limit 4)`);
  await app.owner.query(`update safeguards set appraisal_result = 'localResult'
    where id in (select id from safeguards where kind = 'originalSafe' order by id limit 2)`);
  await app.owner.query(`update safeguards set public_housing_type = 'retiredType'
    where id in (select id from safeguards where kind = 'publicHousing' order by id limit 1)`);
  await app.owner.query(`update renovations set renovation_mode = 'localMode'
    where id in (select renovation_id from safeguards where kind = 'renovation' order by id limit 2)`);
  await app.owner.query(`update households set exit_year = case when id % 2 = 0 then 2021 end
    where id in (select id from households where poverty_exited and source = 'registry' order by id limit 4)`);
});
afterAll(() => app.stop());

describe('the list behind a count', () => {
  it.each(STATISTICS_TABLES)('of %s has exactly that many rows, for every column, row and scope', async (table) => {
    const asked = new Set<string>();
    const wrong: unknown[] = [];
    let opened = 0;
    for (const region of await walkedRegions()) {
      for (const scope of statisticsTableDefinition(table).scopes) {
        for (const [filter, count] of countsOf(await readTable(table, region, scope))) {
          if (asked.has(filter)) continue;
          asked.add(filter);
          opened += count > 0 ? 1 : 0;
          const list = await openList(filter);
          if (list.total !== count || list.rows !== count || list.bounded) wrong.push({ filter, count, list });
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(opened).toBeGreaterThan(10);
  });
});

/** From the province to a village; each table shows the level below. */
async function walkedRegions(): Promise<readonly string[]> {
  const { rows } = await app.owner.query<{ region_code: string }>(
    `select region_code from safeguards where region_code like '520425001___' order by id limit 1`,
  );
  return ['52', '5204', '520425', '520425001', ...rows.map(({ region_code }) => region_code)];
}

/** The filter of every count of a table; of the rows, those that count somebody. */
function countsOf(answer: StatisticsTable): readonly (readonly [string, number])[] {
  const cells = (row: Readonly<Record<string, number | null>>, place: Omit<CellPlace, 'scope'>) =>
    Object.entries(row).flatMap(([key, count]): [string, number][] => {
      const filter = cellFilter(answer.table, key, { ...place, scope: answer.scope });
      return filter && count !== null ? [[JSON.stringify(filter), count]] : [];
    });
  return [
    ...cells(answer.total, { regionCode: answer.region }),
    ...answer.rows.flatMap((row) => cells(row.cells, row).filter(([, count]) => count > 0)),
  ];
}

async function openList(filter: string) {
  const answer = await province.get(
    `/api/registry/households?filter=${encodeURIComponent(filter)}&range=${encodeURIComponent('[0,499]')}`,
  );
  if (answer.status !== 200) throw new Error(`${filter}: ${answer.text}`);
  return {
    total: Number(answer.headers['content-range']?.split('/')[1]),
    rows: (answer.body as readonly unknown[]).length,
    bounded: answer.headers['x-total-bounded'] !== undefined,
  };
}

async function readTable(table: string, region: string, scope: string): Promise<StatisticsTable> {
  const answer = await province.get(`/api/statistics/tables/${table}?region=${region}&scope=${scope}`);
  return statisticsTable.parse(answer.body);
}

describe('every column of households', () => {
  it('opens a list, and the departed beside the total too', () => {
    const place = { regionCode: '52', scope: 'registry' } as const;
    for (const table of STATISTICS_TABLES) {
      const closed = statisticsTableDefinition(table).columns.filter(({ key }) => !cellFilter(table, key, place));
      expect(closed.filter(({ unit }) => unit === 'households')).toEqual([]);
    }
    expect(cellFilter('T1', DEPARTED_METRIC, place)).toMatchObject({ recognised: false, departed: true });
  });
});
