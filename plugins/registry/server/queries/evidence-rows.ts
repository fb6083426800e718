import type { EvidenceRow } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** Where the files of a piece of evidence are. */
export interface EvidenceFiles {
  readonly storage_key: string;
  readonly thumbnail_key: string | null;
  readonly mime_type: string;
  readonly file_name: string;
}

/** A household's evidence that has not been deleted, oldest first. */
export async function evidenceOfHousehold(db: Knex, householdId: number): Promise<EvidenceRow[]> {
  return evidence(db).where({ household_id: householdId }).orderBy('id');
}

/** One piece of evidence; undefined when it is deleted, missing or outside the scope. */
export async function evidenceById(db: Knex, id: number): Promise<EvidenceRow | undefined> {
  return evidence(db).where({ id }).first();
}

/** The files of one piece of evidence, under the same conditions. */
export async function evidenceFiles(db: Knex, id: number): Promise<EvidenceFiles | undefined> {
  return db('evidences')
    .select<EvidenceFiles[]>('storage_key', 'thumbnail_key', 'mime_type', 'file_name')
    .where({ id })
    .whereNull('deleted_at')
    .first();
}

type Columns = Record<string, unknown>;

function evidence(db: Knex): Knex.QueryBuilder<Columns, EvidenceRow[]> {
  return db<Columns>('evidences')
    .select('id', 'category', 'width', 'height')
    .select({ householdId: 'household_id', fileName: 'file_name', mimeType: 'mime_type', sizeBytes: 'size_bytes' })
    .select(db.raw('anju.account_name(uploaded_by) as "uploadedByName"'))
    .select<EvidenceRow[]>(db.raw(`to_json(created_at::timestamptz)#>>'{}' as "uploadedAt"`))
    .whereNull('deleted_at');
}
