import type { ExportResource, ImportKind, WarningKind, WarningState } from '@anju/domain';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { addAccount } from '../../harness/accounts';
import type { TestApp } from '../../harness/app';
import { anAddedOption, standingDocuments } from './configuration-examples';
import { oneRow } from './one-row';

/** Data of one region, as the owner sees it; each call answers another household. */
export interface Place {
  household(state?: 'recognised' | 'unrecognised'): Promise<{ readonly id: number; readonly version: number }>;
  /** One that other examples may have used or use yet: for doors that do not change it. */
  anyHousehold(): Promise<{ readonly id: number; readonly version: number; readonly region_code: string }>;
  /** A household that waits for the region's level, or that it has approved. */
  reviewed(state: 'waiting' | 'approved'): Promise<{ readonly id: number; readonly version: number }>;
  evidence(): Promise<{ readonly id: number }>;
  /** A new archive, of no household or given to one by hand. */
  renovation(state?: 'given'): Promise<{ readonly id: number; readonly version: number }>;
  /** An unrecognised household without an archive. */
  withoutArchive(): Promise<{ readonly id: number }>;
  warning(kind: WarningKind, state: WarningState): Promise<{ readonly id: number }>;
  /** A forwarded batch of the region with one special case in it. */
  batch(): Promise<{ readonly id: number }>;
  /** A kind of list that the account may import. */
  readonly importKind: ImportKind;
  /** What the account may export. */
  readonly exportResource: ExportResource;
  /** An import of the region that was tried, with a workbook of errors, or committed. */
  import(state?: 'checked' | 'committed'): Promise<{ readonly id: number }>;
  /** A finished export of the account, with its file. */
  export(): Promise<{ readonly id: number }>;
  /** A sample of the account with one household, judged or not. */
  sample(verdict: 'passed' | null): Promise<{ readonly id: number; readonly household: number }>;
  /** A township clerk of the region. */
  account(): Promise<{ readonly id: number }>;
  /** A message to the region. */
  announcement(): Promise<{ readonly id: number }>;
  readonly regionCode: string;
  /** A local option of the province, with the change that added it. */
  option(): Promise<{ readonly id: number; readonly version: number }>;
  /** The published form's change, and the evidence as a configurator proposes it. */
  documents(): Promise<{
    readonly form: number;
    readonly evidence: object;
    readonly evidenceVersion: number;
    readonly rulesVersion: number;
  }>;
}

/** What lies in a region of the running application, and what an account has of its own there. */
export function placeIn(app: TestApp, regionCode: string, username: string, exportResource: ExportResource): Place {
  const used = new Set<number>();
  const importKind = regionCode.length === 2 ? 'household' : username === 'demo-county' ? 'renovation' : 'recognition';
  const firstOf = async <Row extends object>(sql: string, values: readonly unknown[]): Promise<Row | undefined> =>
    (await app.owner.query<Row>(sql, [...values])).rows[0];
  const findOne = async <Row extends object>(sql: string, values: readonly unknown[]): Promise<Row> => {
    const row = await firstOf<Row>(sql, values);
    if (!row) throw new Error(`Region ${regionCode} holds too little to try every door`);
    return row;
  };
  /** One that no example has used yet; in a small region that has run out of them, one again as it stands now. */
  const takeOne = async <Row extends { readonly id: number }>(sql: string): Promise<Row> => {
    const row = (await firstOf<Row>(sql, [regionCode, [...used]])) ?? (await findOne<Row>(sql, [regionCode, []]));
    used.add(row.id);
    return row;
  };
  // Written by hand, since a small region holds no warning of every kind.
  const aWarning = (kind: WarningKind, state: WarningState) =>
    takeOne(`insert into warnings (kind, state, subject, household_id, region_code, severity, fingerprint, explanation, opened_at, steps)
        select '${kind}', '${state}', 'example:' || gen_random_uuid(), h.id, h.region_code, 'error', 'example',
          case '${kind}' when 'evidenceMissing' then '{"kind":"originalSafe","groups":[]}'::jsonb else '{"sources":[]}' end, now(), '[]'
        from (select * from households where region_code like $1 || '%' and id <> all ($2) order by id limit 1) h returning id`);
  return {
    regionCode,
    announcement: () => anAnnouncement(app, regionCode),
    household: (state = 'recognised') =>
      takeOne(`select id, version from households where region_code like $1 || '%' and id <> all ($2) and departure_reason is null
               and recognised = ${String(state === 'recognised')} order by region_code, id limit 1`),
    anyHousehold: () =>
      findOne(
        `select id, version, region_code from households where region_code like $1 || '%' and length(region_code) >= 9
         order by region_code, id limit 1`,
        [regionCode],
      ),
    // Set by hand, since a small region soon has none left that waits.
    reviewed: (state) => {
      const states = regionCode.length === 9 ? ['entered', 'townshipApproved'] : ['townshipApproved', 'countyApproved'];
      return takeOne(`with one as (
          select h.id, h.version from households h join safeguards s on s.household_id = h.id
          where h.region_code like $1 || '%' and h.id <> all ($2) order by h.region_code desc, h.id desc limit 1
        ), settled as (
          update safeguards set review_state = '${String(states[state === 'waiting' ? 0 : 1])}', return_reasons = null
          where household_id = (select id from one) and review_state <> '${String(states[state === 'waiting' ? 0 : 1])}' returning household_id
        ) select one.id, one.version + (select count(*) from settled)::integer as version from one`);
    },
    evidence: () =>
      takeOne(
        `select id from evidences where region_code like $1 || '%' and id <> all ($2) and deleted_at is null order by id limit 1`,
      ),
    renovation: (state) =>
      findOne(
        `insert into renovations (region_code, head_name, household_id) select h.region_code, '某户主',
           case when $2::text = 'given' then h.id end
         from households h where h.region_code like $1 || '%' and length(h.region_code) >= 9 and not h.recognised
           and not exists (select from renovations r where r.household_id = h.id) order by h.id limit 1 returning id, version`,
        [regionCode, state ?? ''],
      ),
    withoutArchive: () =>
      findOne(
        `select id from households h where h.region_code like $1 || '%' and not h.recognised
           and not exists (select from renovations r where r.household_id = h.id) order by h.id desc limit 1`,
        [regionCode],
      ),
    warning: aWarning,
    batch: async () => aBatch(app, regionCode, (await aWarning('safeguardOverlap', 'forwarded')).id),
    account: async () => {
      const { code } = await findOne<{ readonly code: string }>(
        'select code from regions where starts_with(code, $1) and length(code) = 9 order by code limit 1',
        [regionCode],
      );
      const id = await addAccount(app, { username: `clerk-${randomUUID()}`, role: 'townshipClerk', regionCode: code });
      return { id };
    },
    sample: (verdict) => aSample(app, regionCode, username, verdict),
    importKind,
    exportResource,
    import: (state) => anImport(app, regionCode, importKind, state),
    export: () => anExport(app, regionCode, username),
    option: () => anAddedOption(app),
    documents: () => standingDocuments(app),
  };
}

/** A message to a region, made by the owner. */
export async function anAnnouncement(app: TestApp, regionCode: string): Promise<{ readonly id: number }> {
  return oneRow(
    app,
    `insert into announcements (title, text, region_code, valid_from, valid_to)
     values ('通知', '内容', $1, '2020-01-01', '2099-12-31') returning id`,
    [regionCode],
  );
}

const COUNTS = { new: 1, changed: 0, unchanged: 0, vanished: 0, refused: 1 };

/** A batch of one special case that was forwarded, made by the owner. */
export function aBatch(app: TestApp, regionCode: string, warning: number): Promise<{ readonly id: number }> {
  return oneRow(
    app,
    `with made as (
       insert into anju.special_case_batch (region_code, step, warning_ids) values ($1, 'forward', array[$2::integer]) returning id),
     told as (
       update warnings w set steps = w.steps || jsonb_build_array(jsonb_build_object('step', 'forward', 'at', now(), 'by', '某县', 'text', '', 'batch', made.id))
       from made where w.id = $2)
     select id from made`,
    [regionCode, warning],
  );
}

/** An import as its dry run or its commit leaves it, made by the owner. */
export async function anImport(
  app: TestApp,
  regionCode: string,
  kind: ImportKind,
  state: 'checked' | 'committed' = 'checked',
): Promise<{ readonly id: number }> {
  const counts = {
    rows: 2,
    errorCount: 1,
    ...(kind === 'household' ? { households: COUNTS, persons: COUNTS } : { entries: COUNTS }),
  };
  return oneRow(
    app,
    `insert into anju.import_batch (kind, region_code, file_name, state, counts, counties, errors_key, expires_at, finished_at, undo_until)
     values ($1, $2, 'list.csv', $3, $4, '{}', $5, now() + interval '1 day', now(), now() + interval '1 day') returning id`,
    [kind, regionCode, state, JSON.stringify(counts), await exchangeFile(app, 'xlsx')],
  );
}

/** A finished export of an account, made by the owner. */
export async function anExport(app: TestApp, regionCode: string, username: string): Promise<{ readonly id: number }> {
  return oneRow(
    app,
    `insert into anju.export_job (resource, region_code, filter, format, unmasked, actor, state, file_name, storage_key, expires_at)
     values ('households', $1, '{}', 'csv', false, (select id from up_users where username = $2), 'done', 'list.csv', $3,
             now() + interval '1 day') returning id`,
    [regionCode, username, await exchangeFile(app, 'csv')],
  );
}

/** A sample that an account drew, made by the owner. */
export async function aSample(
  app: TestApp,
  regionCode: string,
  username: string,
  verdict: 'passed' | null = 'passed',
): Promise<{ readonly id: number; readonly household: number }> {
  return oneRow(
    app,
    `with one as (select h.id, h.region_code, h.version from households h where starts_with(h.region_code, $1) order by h.id limit 1),
     made as (
       insert into anju.review_sample (region_code, drawn_region, creator, level, states, percent, seed, population)
       select $1, $1, (select id from up_users where username = $2), 'township', '{entered}', 5, 'door', array[one.id] from one returning id),
     drawn as (
       insert into anju.review_sample_item (sample, household_id, place, region_code, version, head_name, kind, entry_person, verdict)
       select made.id, one.id, 1, one.region_code, one.version, '某户主', 'otherMeans', '某人', $3 from made, one)
     select made.id, one.id as household from made, one`,
    [regionCode, username, verdict],
  );
}

async function exchangeFile(app: TestApp, extension: string): Promise<string> {
  const { id: node } = await oneRow<{ id: string }>(app, 'select id from anju.node', []);
  const key = `${randomUUID()}.${extension}`;
  writeFileSync(path.join(app.dataDir, 'exchange', node, key), 'content');
  return key;
}
