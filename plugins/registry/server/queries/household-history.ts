import type { Knex } from 'knex';

/** An entry of the journal about a household, as it stands there. */
export interface HistoryRow {
  readonly id: string;
  readonly at: string;
  readonly actor_name: string | null;
  readonly action: string;
  readonly subject_table: string;
  readonly subject_name: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Entries about a household in the scope and what hangs on it, newest first, before an entry. */
export async function householdHistoryRows(
  db: Knex,
  householdId: number,
  before: number | null,
  limit: number,
): Promise<HistoryRow[]> {
  const result = await db.raw<{ rows: HistoryRow[] }>(
    `select id, to_json(at) #>> '{}' as at, actor_name, action, subject_table, subject_name, detail::json as detail
     from anju.household_history(?, ?, ?)`,
    [householdId, before, limit],
  );
  return result.rows;
}
