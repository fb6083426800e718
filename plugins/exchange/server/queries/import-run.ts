import type { ImportKind } from '@anju/domain';
import type { ImportExample, ImportFacts } from '@anju/domain/contracts';
import type { Client } from 'pg';
import type { RowError } from '../lists/list-row';
import type { ListCounts } from './staged-list-counts';

/** What a worker must know to do one import. */
export interface ImportRun {
  readonly id: number;
  readonly kind: ImportKind;
  readonly region_code: string;
  readonly file_name: string;
  readonly storage_key: string | null;
  readonly actor: number | null;
  readonly mode: 'dryRun' | 'commit' | 'undo';
}

/** Marks a waiting import as being worked on; undefined when it waits no longer. */
export async function beginImport(client: Client, id: number): Promise<ImportRun | undefined> {
  const { rows } = await client.query<ImportRun>(
    `update anju.import_batch set state = case state when 'queued' then 'checking' when 'undoQueued' then 'undoing' else 'committing' end,
       phase = null, percent = 0, message = null, attempts = attempts + 1, started_at = now()
     where id = $1 and state in ('queued', 'commitQueued', 'undoQueued')
     returning id, kind, region_code, file_name, storage_key, case state when 'undoing' then undo_actor else actor end as actor,
       case state when 'checking' then 'dryRun' when 'undoing' then 'undo' else 'commit' end as mode`,
    [id],
  );
  return rows[0];
}

/** Writes how far the import has come; false when it is no longer wanted. */
export async function reportImport(client: Client, id: number, phase: string, percent: number): Promise<boolean> {
  const { rowCount } = await client.query(
    `update anju.import_batch set phase = $2, percent = $3 where id = $1 and state in ('checking', 'committing', 'undoing')`,
    [id, phase, percent],
  );
  return rowCount === 1;
}

/** Writes how the file was understood. */
export async function describeImport(client: Client, id: number, facts: ImportFacts): Promise<void> {
  await client.query('update anju.import_batch set facts = $2 where id = $1', [id, JSON.stringify(facts)]);
}

export interface CheckedImport {
  readonly counts: ListCounts;
  readonly examples: readonly RowError[];
  readonly effects: readonly ImportExample[];
  readonly errorsKey: string | null;
  readonly message: string | null;
}

/** Ends a dry run: the list waits for its user's word. */
export async function endCheck(client: Client, id: number, checked: CheckedImport): Promise<void> {
  await client.query(
    `update anju.import_batch set state = 'checked', counts = $2, examples = $3, effects = $4, errors_key = $5, message = $6, phase = null,
       percent = 100, attempts = 0, finished_at = now()
     where id = $1 and state = 'checking'`,
    [
      id,
      JSON.stringify(checked.counts),
      JSON.stringify(checked.examples),
      JSON.stringify(checked.effects),
      checked.errorsKey,
      checked.message,
    ],
  );
}

/** Ends an import that went wrong, with the reason in words; one that may go on waits for its user. */
export async function failImport(
  client: Client,
  id: number,
  { message, state }: { readonly message: string; readonly state: 'failed' | 'checked' | 'unmapped' | 'committed' },
): Promise<void> {
  await client.query(
    `update anju.import_batch set state = $3, message = $2, phase = null,
       finished_at = case when state = 'undoing' then finished_at else now() end
     where id = $1 and state in ('checking', 'committing', 'undoing')`,
    [id, message, state],
  );
}
