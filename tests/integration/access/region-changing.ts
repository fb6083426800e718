import type { RegionChangePlan, StatisticsTable } from '@anju/domain/contracts';
import { registerToday } from '@anju/kit';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';

const DAY_MS = 86_400_000;

/** Tables whose rows are bound to a region, and go where it goes. */
const BOUND = [
  'households',
  'members',
  'safeguards',
  'evidences',
  'renovations',
  'relocation_entries',
  'warnings',
] as const;

/** A running application with a configurator of the province who changes its regions. */
export class RegionChanging {
  private constructor(
    readonly app: TestApp,
    readonly configurator: Caller,
  ) {}

  static async start(): Promise<RegionChanging> {
    const app = await startTestApp();
    return new RegionChanging(app, await app.as('demo-configurator'));
  }

  async change(body: object): Promise<RegionChangePlan> {
    const answer = await this.send({ preview: false, reason: '民发〔2026〕1号', ...body });
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body as RegionChangePlan;
  }

  async preview(body: object): Promise<RegionChangePlan> {
    return (await this.send({ preview: true, reason: '民发〔2026〕1号', ...body }).expect(200))
      .body as RegionChangePlan;
  }

  send(body: object) {
    return this.configurator.post('/api/access/region-changes').send(body);
  }

  /** A statistics table as this account reads it. */
  async table(username: string, query: Readonly<Record<string, string>>, name = 'T1'): Promise<StatisticsTable> {
    const caller = await this.app.as(username);
    return (await caller.get(`/api/statistics/tables/${name}?${new URLSearchParams(query).toString()}`).expect(200))
      .body as StatisticsTable;
  }

  /** Rows of an owner's question. */
  async rows<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.app.owner.query<Row>(sql, [...values])).rows;
  }

  /** The one number that an owner's question answers. */
  async number(sql: string, values: readonly unknown[] = []): Promise<number> {
    const [row] = await this.rows<{ n: string }>(sql, values);
    return Number(row?.n);
  }

  /** Townships of a county in which households stand, the fullest first. */
  async townships(county: string): Promise<readonly string[]> {
    const rows = await this.rows<{ code: string }>(
      `select r.code from households h join regions r on r.code = left(h.region_code, 9) and r.merged_into is null
       where h.region_code like $1 || '%' and length(h.region_code) >= 9 group by 1 order by count(*) desc, 1`,
      [county],
    );
    return rows.map(({ code }) => code);
  }

  /** Every count that differs from what the rows say. */
  async differences(): Promise<readonly object[]> {
    return this.rows('select * from anju.statistics_differences()');
  }

  /** How many warnings of a region wait for somebody, by kind and state. */
  async unsettled(code: string): Promise<readonly object[]> {
    return this.rows(
      `select kind, state, count(*)::integer as n from warnings
       where starts_with(region_code, $1) and state not in ('cleared', 'dismissed', 'accepted') group by 1, 2 order by 1, 2`,
      [code],
    );
  }

  /** Makes every warning that rules keep open about archives of a region a special case on its way. */
  async proposeArchives(code: string): Promise<void> {
    await this.rows(
      `update warnings set state = 'proposed' where kind = 'renovationIdentity' and state = 'open' and starts_with(region_code, $1)`,
      [code],
    );
  }

  /** Every warning that differs from what a run of the rules over the node finds. */
  async staleWarnings(): Promise<readonly object[]> {
    await this.rows('begin');
    await this.rows('select anju.find_all_warnings()');
    const rows = await this.rows('select kind, subject, found from pg_temp.warning_diff');
    await this.rows('rollback');
    return rows;
  }

  /** Rows bound to a region or below it, table by table. */
  async bound(code: string): Promise<Readonly<Record<string, number>>> {
    const counts = BOUND.map(async (table) => [
      table,
      await this.number(`select count(*) as n from ${table} where starts_with(region_code, $1)`, [code]),
    ]);
    return Object.fromEntries(await Promise.all(counts)) as Record<string, number>;
  }

  /** A household of a township with both approvals, its version, and a draft of the clerk. */
  async approvedHousehold(township: string): Promise<{ id: number; version: number }> {
    const [safeguard] = await this.rows<{ household_id: number }>(
      `update safeguards set review_state = 'countyApproved', township_approved_by = null, township_review_date = current_date,
         county_review_date = current_date
       where household_id = (select household_id from safeguards where starts_with(region_code, $1) order by household_id limit 1)
       returning household_id`,
      [township],
    );
    const id = safeguard?.household_id ?? -1;
    await this.rows(
      `insert into anju.draft (creator, household_id, region_code, version, fields)
       select (select id from up_users where username = 'demo-clerk'), id, region_code, version, jsonb_build_object('regionCode', region_code)
       from households where id = $1`,
      [id],
    );
    const [household] = await this.rows<{ version: number }>('select version from households where id = $1', [id]);
    return { id, version: household?.version ?? -1 };
  }
}

/** What rows of two regions count together. */
export function sum(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.keys(one).map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]));
}

/** The day so many days before today, as the register counts days. */
export function dayBefore(days: number): string {
  return new Date(Date.parse(registerToday()) - days * DAY_MS).toISOString().slice(0, 10);
}
