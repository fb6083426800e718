import type { Knex } from 'knex';

export interface NamedRegion {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

export interface NewRegion extends NamedRegion {
  readonly fullName: string;
  readonly level: number;
  readonly parentCode: string | null;
}

/** All regions of this node by code. */
export async function knownRegions(db: Knex): Promise<Map<string, NamedRegion>> {
  const rows = await db('regions').select<NamedRegion[]>('code', 'name', 'kind');
  return new Map(rows.map((row) => [row.code, row]));
}

/** Inserts or renames regions; answers how many rows were given. */
export async function upsertRegions(db: Knex, regions: readonly NewRegion[]): Promise<number> {
  await db.transaction(async (trx) => {
    await trx.raw(`select set_config('anju.batch', 'regions', true)`);
    await trx.raw(
      `insert into regions (document_id, created_at, updated_at, published_at, code, name, full_name, level, kind, parent_code)
       select substr(md5(code || clock_timestamp()), 1, 24), now(), now(), now(), code, name, "fullName", level, kind, "parentCode"
       from jsonb_to_recordset(?::jsonb) as r(code text, name text, "fullName" text, level int, kind text, "parentCode" text)
       on conflict (code) do update
         set name = excluded.name, full_name = excluded.full_name, kind = excluded.kind, updated_at = now()
       where (regions.name, regions.full_name, regions.kind) is distinct from (excluded.name, excluded.full_name, excluded.kind)`,
      [JSON.stringify(regions)],
    );
  });
  return regions.length;
}
