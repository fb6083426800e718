import type { Knex } from 'knex';

/** When a level approved a household last; null when it never has, undefined outside the scope. */
export async function lastApproval(
  db: Knex,
  householdId: number,
  level: 'township' | 'county',
): Promise<string | null | undefined> {
  const row = await db('households as h')
    .leftJoin('safeguards as s', 's.household_id', 'h.id')
    .where('h.id', householdId)
    .select<{ at: string | null }[]>(db.raw(`to_json(s.${level}_approved_at::timestamptz)#>>'{}' as at`))
    .first();
  return row?.at;
}

/** A changed field as the journal tells it; names are those of columns. */
export interface ChangedField {
  readonly subject: string;
  readonly subject_id: number;
  readonly field: string;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
}

/** The fields of a household that differ from what they were at a moment. */
export async function changesSince(db: Knex, householdId: number, since: string): Promise<ChangedField[]> {
  const result = await db.raw<{ rows: { change: ChangedField }[] }>(
    'select row_to_json(c) as change from anju.changes_since(?, ?) c',
    [householdId, since],
  );
  return result.rows.map(({ change }) => change);
}
