import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { holdServer, rowsOf } from '../processes/embedded-server';

/** Rewritten by the prepare step, which runs the warnings' rules, or filled in the background; the statistics are held against a recount instead. */
const REBUILT = [
  'anju.configuration_stamp',
  'anju.photo_print',
  'anju.prepared',
  'anju.stat_cell',
  'anju.stat_delta',
  'anju.warning_run',
];

/** Everything that a restore must bring back: rows and a hash of each table, files, and how the database is built. */
export interface Content {
  readonly tables: Readonly<Record<string, string>>;
  readonly sequences: readonly Record<string, unknown>[];
  readonly statistics: readonly Record<string, unknown>[];
  readonly differences: readonly Record<string, unknown>[];
  readonly structure: readonly Record<string, unknown>[];
  readonly evidence: Readonly<Record<string, string>>;
  readonly secrets: string;
}

/** The content of the installation of a data folder, whose application does not run. */
export async function contentOf(dataFolder: string): Promise<Content> {
  const { url, program } = await holdServer({ dataFolder });
  try {
    return {
      tables: await tableHashes(url),
      sequences: await rowsOf(url, SEQUENCES),
      statistics: await rowsOf(url, STATISTICS),
      differences: await rowsOf(url, 'select * from anju.statistics_differences()'),
      structure: await rowsOf(url, STRUCTURE),
      evidence: evidenceHashes(dataFolder),
      secrets: fs.readFileSync(path.join(dataFolder, 'secrets.json'), 'utf8'),
    };
  } finally {
    await program.end();
  }
}

/** Rows of one statement on the data folder's database. */
export async function ask(dataFolder: string, sql: string): Promise<Record<string, unknown>[]> {
  const { url, program } = await holdServer({ dataFolder });
  try {
    return await rowsOf(url, sql);
  } finally {
    await program.end();
  }
}

/** Path below the evidence folder → hash of every file. */
export function evidenceHashes(dataFolder: string): Record<string, string> {
  const root = path.join(dataFolder, 'evidence');
  const files = fs.readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const entries = files.map((entry): [string, string] => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(root, file), createHash('sha256').update(fs.readFileSync(file)).digest('hex')];
  });
  return Object.fromEntries(entries.sort());
}

async function tableHashes(url: string): Promise<Record<string, string>> {
  const tables = await rowsOf(
    url,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'anju') order by 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    if (typeof name !== 'string' || REBUILT.includes(name)) continue;
    // Strapi notes the time of day of each boot there.
    const rows = name === 'public.strapi_core_store_settings' ? `${name} where key <> 'plugin_upload_metrics'` : name;
    const [row] = await rowsOf(
      url,
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text collate "C")), '') as hash from (select * from ${rows}) t`,
    );
    hashes[name] = String(row?.hash);
  }
  return hashes;
}

const SEQUENCES = `
  select schemaname || '.' || sequencename as name, data_type::text, last_value from pg_sequences
  where schemaname in ('public', 'anju')
    -- The prepare step's upserts draw ids that they do not use.
    and sequencename not in ('prepared_id_seq', 'stat_delta_id_seq', 'configuration_stamp_seq', 'option_lists_id_seq', 'options_id_seq',
      'warning_run_id_seq', 'warnings_id_seq') order by 1`;

const STATISTICS = `
  select code, source, metric, sum(n) as n, sum(amount) as amount from (
    select code, source, metric, n, amount from anju.stat_cell
    union all
    select left(region_code, code_length), source, metric, n, amount
    from anju.stat_delta join anju.stat_levels() on length(region_code) >= code_length) as entry
  group by 1, 2, 3 having sum(n) <> 0 or sum(amount) <> 0 order by 1, 2, 3`;

const STRUCTURE = String.raw`
  select * from (
    select 'column' as what, format('%s.%s', c.oid::regclass, a.attname) as name,
      concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid)) as is
    from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'anju'::regnamespace) and a.attnum > 0 and not a.attisdropped
    union all
    -- PostgreSQL writes a check's casts in another way once its own text has been read again.
    select 'constraint', format('%s.%s', conrelid::regclass, conname),
      regexp_replace(pg_get_constraintdef(oid), '[()]|::character varying|::text(\[\])?', '', 'g')
    from pg_constraint where connamespace in ('public'::regnamespace, 'anju'::regnamespace)
    union all
    select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
    where indrelid in (select oid from pg_class where relnamespace in ('public'::regnamespace, 'anju'::regnamespace))
    union all
    select 'trigger', format('%s.%s', tgrelid::regclass, tgname), pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all
    select 'policy', format('%s.%s', polrelid::regclass, polname), pg_get_expr(polqual, polrelid) from pg_policy
    union all
    select 'function', p.oid::regprocedure::text, md5(pg_get_functiondef(p.oid)) || coalesce(p.proacl::text, '')
    from pg_proc p where p.pronamespace = 'anju'::regnamespace
    union all
    select 'relation', c.oid::regclass::text, concat_ws(' ', c.relkind, c.relrowsecurity, c.relpersistence, c.reloptions::text,
      (select string_agg(entry, ',' order by entry) from unnest(c.relacl::text[]) as entry))
    from pg_class c where c.relkind in ('r', 'S') and c.relnamespace in ('public'::regnamespace, 'anju'::regnamespace)
  ) as entry order by what, name`;
