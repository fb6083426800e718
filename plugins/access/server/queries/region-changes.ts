import type { RegionChangeEffect, RegionChangeRow } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** A region, in force unless it was merged into another one. */
export interface KnownRegion {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly merged_into: string | null;
}

/** All regions of the province that a region lies in, retired ones too; of the whole node's where the caller's own is the nation. */
export async function regionsOfProvince(db: Knex, region: string, own: string): Promise<readonly KnownRegion[]> {
  return db('regions')
    .select<KnownRegion[]>('code', 'name', 'kind', 'merged_into')
    .whereRaw('left(code, 2) in (?, ?)', [region.slice(0, 2), own.slice(0, 2)]);
}

/** What a change of these codes touches in the configurator's region; throws where it is not theirs. */
export async function regionChangeEffect(
  db: Knex,
  change: { readonly codes: readonly string[]; readonly village: string | null; readonly numbers: readonly string[] },
): Promise<RegionChangeEffect & { readonly missing: readonly string[] }> {
  const { rows } = await db.raw<{ rows: { effect: RegionChangeEffect & { missing: readonly string[] } }[] }>(
    'select to_json(anju.region_change_effect(:codes, :village, :numbers)) as effect',
    { ...change },
  );
  const [row] = rows;
  if (!row) throw new Error('The effect of a region change was not counted');
  return row.effect;
}

/** Makes a change and answers its number; null while a list or an export of one of the regions is under way. */
export async function changeRegions(db: Knex, plan: object, actorName: string): Promise<number | null> {
  await db.raw(`set local statement_timeout = '10min'`);
  const { rows } = await db.raw<{ rows: { id: number | null }[] }>(
    'select anju.change_regions(cast(? as jsonb), ?)::integer as id',
    [JSON.stringify(plan), actorName],
  );
  return rows[0]?.id ?? null;
}

/** Changes of regions inside a region, newest first. */
export async function regionChangeRows(
  db: Knex,
  asked: { readonly own: string; readonly kind: string | null; readonly from: number; readonly size: number },
): Promise<{ readonly rows: readonly RegionChangeRow[]; readonly total: number }> {
  const inside = `from anju.region_change c where starts_with(c.subject, :own) and (cast(:kind as text) is null or c.kind = :kind)`;
  const { rows } = await db.raw<{ rows: RegionChangeRow[] }>(
    `select c.id::integer as id, to_json(c.at) #>> '{}' as at, c.actor_name as by, c.kind, c.summary, c.reason,
       (c.counts ->> 'households')::integer as households, (c.counts ->> 'accounts')::integer as accounts,
       (select coalesce(json_agg(json_build_object('code', m.code, 'into', m.into_code) order by m.code), '[]')
        from anju.region_change_code m where m.change = c.id) as codes
     ${inside} order by c.id desc offset :from limit :size`,
    { ...asked },
  );
  const counted = await db.raw<{ rows: { total: number }[] }>(`select count(*)::integer as total ${inside}`, {
    ...asked,
  });
  return { rows, total: counted.rows[0]?.total ?? 0 };
}
