import type { Knex } from 'knex';
import { columnsOf } from './column-names';

/** A piece of evidence as it is first written. */
export interface NewEvidence {
  readonly householdId: number;
  readonly regionCode: string;
  readonly category: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly width: number;
  readonly height: number;
  readonly contentHash: string;
  readonly storageKey: string;
  readonly thumbnailKey: string;
  readonly uploadedBy: number;
}

/** Adds a piece of evidence; returns its id. */
export async function insertEvidence(db: Knex, evidence: NewEvidence): Promise<number> {
  const rows: { id: number }[] = await db('evidences')
    .insert(columnsOf({ ...evidence }))
    .returning('id');
  const [row] = rows;
  if (!row) throw new Error('The new evidence is not visible to its writer');
  return row.id;
}

/** Marks a piece of evidence as deleted; its file stays for the journal's readers. */
export async function markEvidenceDeleted(db: Knex, id: number, reason: string): Promise<void> {
  await db('evidences')
    .where({ id })
    .whereNull('deleted_at')
    .update({ deleted_at: db.fn.now(), delete_reason: reason });
}
