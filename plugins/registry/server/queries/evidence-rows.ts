import type { EvidenceRow, StoredFile } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** Whose a piece of evidence is: a household's, or an archive's as one of its photos. */
export type EvidenceOwner = { readonly householdId: number } | { readonly renovationId: number };

/** A piece of evidence with its owner: one of the two is null. */
export interface OwnedFile extends StoredFile {
  readonly householdId: number | null;
  readonly renovationId: number | null;
}

/** Where the files of a piece of evidence are. */
export interface EvidenceFiles {
  readonly storage_key: string;
  readonly thumbnail_key: string | null;
  readonly mime_type: string;
  readonly file_name: string;
  readonly rotation: number;
}

/** A household's evidence that has not been deleted, oldest first. */
export async function evidenceOfHousehold(db: Knex, householdId: number): Promise<EvidenceRow[]> {
  return storedFiles(db)
    .select<EvidenceRow[]>({ householdId: 'household_id' })
    .where({ household_id: householdId })
    .orderBy('id');
}

/** One stored file; undefined when it is deleted, missing or outside the scope. */
export async function storedFile(db: Knex, id: number): Promise<StoredFile | undefined> {
  return storedFiles(db).where({ id }).first();
}

/** The same with its owner. */
export async function ownedFile(db: Knex, id: number): Promise<OwnedFile | undefined> {
  return storedFiles(db)
    .select<OwnedFile[]>({ householdId: 'household_id', renovationId: 'renovation_id' })
    .where({ id })
    .first();
}

/** What an owner has that was made of a file with this digest, in a category; undefined when there is none. */
export async function evidenceOfSource(
  db: Knex,
  owner: EvidenceOwner,
  category: string,
  sourceHash: string,
): Promise<StoredFile | undefined> {
  return storedFiles(db)
    .where({ ...ownerColumn(owner), category, source_hash: sourceHash })
    .first();
}

/** The owner as a condition. */
export function ownerColumn(owner: EvidenceOwner): { household_id: number } | { renovation_id: number } {
  return 'householdId' in owner ? { household_id: owner.householdId } : { renovation_id: owner.renovationId };
}

/** The files of one piece of evidence, under the same conditions. */
export async function evidenceFiles(db: Knex, id: number): Promise<EvidenceFiles | undefined> {
  return db('evidences')
    .select<EvidenceFiles[]>('storage_key', 'thumbnail_key', 'mime_type', 'file_name', db.raw(ROTATION))
    .where({ id })
    .whereNull('deleted_at')
    .first();
}

const ROTATION = 'coalesce(rotation, 0) as rotation';

type Columns = Record<string, unknown>;

function storedFiles(db: Knex): Knex.QueryBuilder<Columns, StoredFile[]> {
  return db<Columns>('evidences')
    .select('id', 'category', 'width', 'height')
    .select({ fileName: 'file_name', mimeType: 'mime_type', sizeBytes: 'size_bytes', pageCount: 'page_count' })
    .select(db.raw(ROTATION))
    .select(db.raw('anju.account_name(uploaded_by) as "uploadedByName"'))
    .select<StoredFile[]>(db.raw(`to_json(created_at::timestamptz)#>>'{}' as "uploadedAt"`))
    .whereNull('deleted_at');
}
