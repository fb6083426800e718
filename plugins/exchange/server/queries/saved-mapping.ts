import type { ImportKind } from '@anju/domain';
import type { Client } from 'pg';
import type { SavedMapping } from '../lists/list-header';

/** What people of the region said last that the titles of such a list are, this import's own choices included. */
export async function savedMapping(client: Client, kind: ImportKind, regionCode: string): Promise<SavedMapping> {
  const { rows } = await client.query<{ title: string; taken_for: string | null }>(
    `select distinct on (m.key) m.key as title, m.value as taken_for
     from anju.import_batch b cross join lateral jsonb_each_text(b.mapping) m
     where b.kind = $1 and b.region_code = $2 and b.mapping is not null
     order by m.key, b.id desc`,
    [kind, regionCode],
  );
  return new Map(rows.map(({ title, taken_for }) => [title, taken_for]));
}
