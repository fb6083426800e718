import type { RegionChanging } from './region-changing';

/** Tables with rows of a region that are not rewritten: what was done and counted then stays as it was. */
export const HISTORY = ['anju.journal', 'anju.stat_day', 'anju.stat_delta'];

/** All tables whose rows name a region. */
export async function tablesOfRegions(stage: RegionChanging): Promise<readonly string[]> {
  const rows = await stage.rows<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attname = 'region_code' and c.relkind = 'r' and n.nspname in ('public', 'anju') and not a.attisdropped order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** How many rows of each table lie in a region. */
export async function rowsOfRegion(stage: RegionChanging, code: string): Promise<ReadonlyMap<string, number>> {
  const counted = (await tablesOfRegions(stage)).map(
    async (name) =>
      [
        name,
        await stage.number(`select count(*) as n from ${name} where starts_with(region_code, $1)`, [code]),
      ] as const,
  );
  return new Map(await Promise.all(counted));
}

/** A row of a county in each table in which the demonstration has none. */
export async function fillTablesOfRegions(stage: RegionChanging, county: string): Promise<void> {
  for (const statement of ROWS) await stage.rows(statement, [county]);
}

const ROWS = [
  `insert into announcements (title, text, region_code, valid_from, valid_to) values ('通知', '请核对', $1::text, '2026-01-01', '2026-12-31')`,
  `insert into options (list_key, key, label, rank, enabled, requires_note, core, region_code)
   values ('houseStructure', 'test-option', '测试', 99, true, false, false, $1::text)`,
  `insert into relocation_entries (region_code, person_name) values ($1::text, '测试')`,
  `insert into anju.township_request (account, region_code, at) values (-1, $1::text, now())`,
  `insert into anju.special_case_batch (region_code, step, warning_ids) values ($1::text, 'submit', array[-1])`,
  `insert into anju.export_job (resource, region_code, filter, format, unmasked, actor, state) values ('households', $1::text, '{}', 'csv', false, -1, 'failed')`,
  `insert into anju.import_batch (kind, region_code, file_name, counts, state, counties)
   values ('household', $1::text, 'listed.csv', '{}', 'committed', array[$1::text])`,
  `insert into anju.import_change (batch_id, table_name, row_id, region_code, before)
   values ((select max(id) from anju.import_batch), 'renovations', -1, $1::text, jsonb_build_object('imported', jsonb_build_object('region_code', $1::text)))`,
  `insert into anju.import_change (batch_id, table_name, row_id, region_code, before)
   select (select max(id) from anju.import_batch), 'households', -1, $1::text, jsonb_build_object('region_code', min(code), 'registry_region_code', max(code))
   from regions where parent_code = $1::text and merged_into is null`,
  `insert into renovations (region_code, head_name, poverty_type, imported)
   values ($1::text, '未关联', 'registeredPoor', jsonb_build_object('region_code', $1::text)),
     ('520425', '已更正所在地', null, jsonb_build_object('region_code', $1::text))`,
  `insert into evidences (household_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key)
   select id, region_code, 'other', 'a.jpg', 'image/jpeg', 1, md5('bound'), 'bound' from households where starts_with(region_code, $1::text) order by id limit 1`,
  `insert into evidences (renovation_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key)
   select id, region_code, 'beforeRenovation', 'b.jpg', 'image/jpeg', 1, 'x', 'bound photo' from renovations
   where region_code = $1::text and head_name = '未关联'`,
  `insert into anju.photo_print (evidence_id, household_id, region_code, print, settled)
   select id, household_id, region_code, null, true from evidences where starts_with(region_code, $1::text) and content_hash = md5('bound')
   on conflict do nothing`,
  `insert into anju.draft (creator, household_id, region_code, version, fields)
   select -1, id, region_code, version, '{}' from households where starts_with(region_code, $1::text) order by id limit 1`,
];
