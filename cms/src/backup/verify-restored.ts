import type { Client } from 'pg';
import type { Manifest, TableData } from './manifest';
import { quotedName } from './table-definition';

/** What nobody but people writes: the prepare step of a later version may add to other tables, never to these. */
const PEOPLES_TABLES = [
  'households',
  'members',
  'safeguards',
  'evidences',
  'renovations',
  'relocation_entries',
  'up_users',
];

/** Holds the prepared database against the manifest; throws with the first thing that differs. */
export async function verifyRestored(client: Client, manifest: Manifest): Promise<void> {
  for (const table of manifest.database.tables) {
    if (table.schema !== 'public' || !PEOPLES_TABLES.includes(table.name)) continue;
    const rows = await countOf(client, table);
    if (rows !== table.rows) throw new Error(`${table.name} 恢复后有 ${rows} 行，备份中有 ${table.rows} 行`);
  }
  const node = await client.query<{ id: string }>('select id from anju.node');
  if (node.rows[0]?.id !== manifest.node) throw new Error('恢复后的节点编号与备份不符');
  const { rows } = await client.query<{ count: string }>('select count(*) from anju.statistics_differences()');
  if (rows[0]?.count !== '0') throw new Error(`恢复后统计数与逐户重算不符（${rows[0]?.count ?? '?'} 处）`);
}

async function countOf(client: Client, table: TableData): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${quotedName(table)}`);
  return Number(rows[0]?.count);
}
