import fs from 'node:fs';
import path from 'node:path';
import type { ServedDatabase } from './served-app';

/** Keys of the evidence files of a database, and the keys that its rows name; equal sets are right. */
export async function evidenceKeys({ clone, owner }: ServedDatabase): Promise<{ files: string[]; rows: string[] }> {
  const { rows: nodes } = await owner.query<{ id: string }>('select id from anju.node');
  const { rows } = await owner.query<{ key: string }>(
    `select storage_key as key from evidences
     union select thumbnail_key from evidences where thumbnail_key is not null order by 1`,
  );
  const files = filesBelow(path.join(clone.dataDir, 'evidence', nodes[0]?.id ?? ''));
  return { files, rows: rows.map(({ key }) => key).sort() };
}

/** Files that uploads under way have left so far. */
export function receivedFiles({ clone }: ServedDatabase): string[] {
  return filesBelow(path.join(clone.dataDir, 'uploads'));
}

function filesBelow(root: string): string[] {
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((key) => !key.startsWith('.orphans/'))
    .sort();
}
