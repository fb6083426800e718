import { registerToday } from '@anju/kit';
import { regionProgress, type RegionProgress } from '@anju/domain/contracts';
import { startTestApp, type TestApp } from '../../harness/app';

const COUNTY = '520425';
const DAY_MS = 86_400_000;

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('the progress of a region', () => {
  it('has no past before a day was kept', async () => {
    const progress = await read('demo-county');
    expect(progress).toMatchObject({ region: COUNTY, since: null, total: { recent: null } });
    expect(progress.days).toEqual([{ day: registerToday(), ...(await counted(COUNTY)) }]);
  });

  it('counts from the day that was kept a week ago, and the idle days since the last rise', async () => {
    await keep();
    const idle = await aTownship();
    const rising = await aTownship(idle);
    const before = await counted(COUNTY);
    await keptOn(daysAgo(12));
    await app.owner.query(
      `insert into anju.stat_day select region_code, source, $2, total, recognised - 3, $2 from anju.stat_day where region_code = $1`,
      [rising, daysAgo(8)],
    );
    await keep();
    const progress = await read('demo-county');
    expect(progress.since).toBe(daysAgo(12));
    expect(rowOf(progress, idle)).toMatchObject({ recent: 0, idleDays: 12 });
    expect(rowOf(progress, rising)).toMatchObject({ recent: 3, idleDays: 0 });
    expect(progress.total).toMatchObject({ regionCode: COUNTY, recent: 0, idleDays: 12 });
    expect(progress.days).toEqual([
      { day: daysAgo(12), ...before },
      { day: registerToday(), ...before },
    ]);
  });

  it('shows a save at once, and keeps no second row of a day', async () => {
    const { rows } = await app.owner.query<{ id: number; region_code: string }>(
      `select id, region_code from households where region_code like $1 || '%' and recognised and length(region_code) = 12 limit 1`,
      [COUNTY],
    );
    const [household] = rows;
    if (!household) throw new Error('The demonstration has no recognised household');
    const township = household.region_code.slice(0, 9);
    const earlier = rowOf(await read('demo-county'), township).recent ?? 0;
    await app.owner.query('delete from safeguards where household_id = $1', [household.id]);
    expect(rowOf(await read('demo-county'), township).recent).toBe(earlier - 1);
    await keep();
    await keep();
    const { rows: kept } = await app.owner.query<{ n: number }>(
      `select count(*)::integer as n from anju.stat_day where region_code = $1 and source = 'registry' and day = $2`,
      [township, registerToday()],
    );
    expect(kept).toEqual([{ n: 1 }]);
    expect(rowOf(await read('demo-county'), township).recent).toBe(earlier - 1);
  });

  it('of another county is not found, and unknown conditions are refused', async () => {
    const caller = await app.as('demo-clerk');
    await caller.get('/api/statistics/progress?region=520402').expect(404);
    await caller.get('/api/statistics/progress?region=52').expect(404);
    await caller.get('/api/statistics/progress?day=2020-01-01').expect(400);
  });
});

async function read(username: string): Promise<RegionProgress> {
  const answer = await (await app.as(username)).get('/api/statistics/progress').expect(200);
  return regionProgress.parse(answer.body);
}

function rowOf(progress: RegionProgress, region: string) {
  const row = progress.rows.find(({ regionCode }) => regionCode === region);
  if (!row) throw new Error(`No row of ${region}`);
  return row;
}

/** Keeps the day as the background job does; the application's own may be folding at that moment. */
async function keep(): Promise<void> {
  await app.owner.query(
    'begin; select pg_advisory_xact_lock(anju.statistics_lock()); select anju.keep_statistics_day(); commit',
  );
}

/** Pretends that today's rows were kept on an earlier day. */
async function keptOn(day: string): Promise<void> {
  await app.owner.query('update anju.stat_day set day = $1', [day]);
}

function daysAgo(days: number): string {
  return new Date(Date.parse(registerToday()) - days * DAY_MS).toISOString().slice(0, 10);
}

/** A township of the county in which households are left to recognise. */
async function aTownship(other = ''): Promise<string> {
  const { rows } = await app.owner.query<{ code: string }>(
    `select left(region_code, 9) as code from households where region_code like $1 || '%' and source = 'registry' and left(region_code, 9) <> $2
     group by 1 having count(*) filter (where recognised) > 3 and count(*) filter (where not recognised) > 0 order by 1 limit 1`,
    [COUNTY, other],
  );
  if (!rows[0]) throw new Error('The demonstration has no such township');
  return rows[0].code;
}

async function counted(region: string): Promise<{ total: number; recognised: number }> {
  const { rows } = await app.owner.query<{ total: number; recognised: number }>(
    `select count(*)::integer as total, count(*) filter (where recognised)::integer as recognised
     from households where region_code like $1 || '%' and source = 'registry'`,
    [region],
  );
  if (!rows[0]) throw new Error('No count');
  return rows[0];
}
