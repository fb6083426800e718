import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEMONSTRATION_ACCOUNTS, DemonstrationRefused, loadDemonstration } from '@anju/exchange/demonstration';
import { startTestApp, type TestApp } from '../../harness/app';
import { expectExactStatistics, rowsOf } from './register-checks';

interface Expected {
  readonly households: number;
  readonly members: number;
  readonly recognised: number;
  readonly departed: number;
  readonly evidences: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly defects: Readonly<Record<string, number>>;
}

let app: TestApp;
let expected: Expected;

beforeAll(async () => {
  app = await startTestApp();
  expected = app.expected as Expected; // foreign edge: written by the harness as JSON
});
afterAll(() => app.stop());

describe('the loaded demonstration', () => {
  it('holds what the generator counted', async () => {
    expect(
      await rowsOf(
        app,
        `select (select count(*) from households)::integer as households,
        (select count(*) from members)::integer as members, (select count(*) from evidences)::integer as evidences,
        (select count(*) from households where recognised)::integer as recognised,
        (select count(*) from households where departure_reason is not null)::integer as departed`,
      ),
    ).toEqual([
      {
        households: expected.households,
        members: expected.members,
        evidences: expected.evidences,
        recognised: expected.recognised,
        departed: expected.departed,
      },
    ]);
    const kinds = await rowsOf(app, 'select kind, count(*)::integer as n from safeguards group by kind');
    expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, n]))).toEqual(expected.kinds);
  });

  it('left every trigger awake, and rows as the triggers would have written them', async () => {
    expect(
      await rowsOf(app, `select tgname from pg_trigger where tgenabled not in ('O', 'A') and not tgisinternal`),
    ).toEqual([]);
    await expectExactStatistics(app);
    expect(
      await rowsOf(
        app,
        `select h.id from households h
        where h.recognised <> exists (select from safeguards s where s.household_id = h.id)`,
      ),
    ).toEqual([]);
    expect(
      await rowsOf(
        app,
        `select s.id from safeguards s join renovations r on r.id = s.renovation_id
        where (s.original_appraisal_result, s.renovation_mode, s.construction_mode, s.accepted, s.subsidy_total,
            s.archive_completed, s.archive_incomplete)
          is distinct from (r.original_appraisal_result, r.renovation_mode, r.construction_mode, r.accepted, r.subsidy_total,
            r.completion_date is not null, anju.is_archive_incomplete(r))`,
      ),
    ).toEqual([]);
  });

  it('shares a person key in exactly the injected pairs', async () => {
    const [shared] = await rowsOf(
      app,
      `select count(*)::integer as n from members m
      where exists (select from members o where o.id_key = m.id_key and o.id <> m.id)`,
    );
    expect(shared).toEqual({ n: expected.defects['duplicate'] });
  });

  it('has archives on the relocation list in exactly the injected households', async () => {
    const [overlapping] = await rowsOf(
      app,
      `select count(distinct m.household_id)::integer as n from members m
      join renovations r using (id_key) join relocation_entries e using (id_key)`,
    );
    expect(overlapping).toEqual({ n: expected.defects['safeguardOverlap'] });
  });

  it('stores each picture under its key, equal pictures only in the injected pairs', async () => {
    const [node] = await rowsOf(app, 'select id from anju.node');
    const rows = await rowsOf(app, 'select storage_key, content_hash, size_bytes, household_id from evidences');
    const owners = new Map<unknown, Set<unknown>>();
    for (const row of rows) {
      const bytes = readFileSync(path.join(app.dataDir, 'evidence', String(node?.['id']), String(row['storage_key'])));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(row['content_hash']);
      expect(bytes.length).toBe(row['size_bytes']);
      expect(bytes.length).toBeLessThanOrEqual(8192);
      owners.set(row['content_hash'], (owners.get(row['content_hash']) ?? new Set()).add(row['household_id']));
    }
    const shared = [...owners.values()].filter((households) => households.size > 1);
    expect(shared.map((households) => households.size)).toEqual(Array(shared.length).fill(2));
    expect(shared.length * 2).toBe(expected.defects['photoReuse']);
  });

  it('shows the county to its clerk, the province to its supervisor', async () => {
    const answers = await Promise.all(
      ['demo-clerk', 'demo-other-clerk', 'demo-province'].map(async (username) =>
        (await app.as(username)).get('/api/statistics/tables/T2').expect(200),
      ),
    );
    const [county = 0, other = 0, province = 0] = answers.map(
      (answer) => (answer.body as { total: { N: number } }).total.N,
    );
    expect(county).toBeGreaterThan(0);
    expect(other).toBeGreaterThan(0);
    expect(county + other).toBe(province);
    expect(province).toBe(expected.households);
  });

  it('lets every demonstration account sign in', async () => {
    for (const { username } of DEMONSTRATION_ACCOUNTS) expect(await app.token(username)).toMatch(/\./);
  });

  it('is refused where there are households already', async () => {
    const loading = loadDemonstration({ client: app.owner, dataDir: app.dataDir, households: 300 });
    await expect(loading).rejects.toThrow(new DemonstrationRefused('数据库中已有贫困户，不能装入演示数据'));
  });
});
