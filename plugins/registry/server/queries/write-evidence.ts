import type { Knex } from 'knex';
import { columnsOf } from './column-names';
import { type EvidenceOwner, ownerColumn } from './evidence-rows';

/** A piece of evidence as it is first written. */
export interface NewEvidence {
  readonly owner: EvidenceOwner;
  readonly regionCode: string;
  readonly category: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly pageCount: number | null;
  readonly contentHash: string;
  readonly sourceHash: string;
  readonly storageKey: string;
  readonly thumbnailKey: string | null;
  readonly uploadedBy: number;
}

/** Adds a piece of evidence; returns its id, undefined when its owner has the very file in this category already. */
export async function insertEvidence(db: Knex, { owner, ...evidence }: NewEvidence): Promise<number | undefined> {
  const column = ownerColumn(owner);
  const [name = ''] = Object.keys(column);
  const source = '(??, category, source_hash) where ?? is not null and deleted_at is null and source_hash is not null';
  const rows: { id: number }[] = await db('evidences')
    .insert({ ...column, ...columnsOf(evidence) })
    .onConflict(db.raw(source, [name, name]))
    .ignore()
    .returning('id');
  return rows[0]?.id;
}

/** Turns a picture; its file stays as it is. */
export async function turnEvidence(db: Knex, id: number, rotation: number): Promise<void> {
  await db('evidences').where({ id }).whereNull('deleted_at').update({ rotation });
}

/** Marks a piece of evidence as deleted; its file stays for the journal's readers. */
export async function markEvidenceDeleted(db: Knex, id: number, reason: string): Promise<void> {
  await db('evidences')
    .where({ id })
    .whereNull('deleted_at')
    .update({ deleted_at: db.fn.now(), delete_reason: reason });
}
