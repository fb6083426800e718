import type { Client } from 'pg';

/** How many of each; refused ones keep what the register says. */
export interface ImportCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly vanished: number;
  readonly refused: number;
}

/** What every kind of list counts. */
export interface ListCounts {
  readonly rows: number;
  readonly errorCount: number;
}

/** What a kind counts whose rows each stand for themselves. */
export interface EntryCounts extends ListCounts {
  readonly entries: ImportCounts;
  /** Values that a person corrected and the list says otherwise. */
  readonly kept: number;
}

export interface StagedListCounts extends ListCounts {
  readonly households: ImportCounts;
  readonly persons: ImportCounts;
  /** Households beside the list that become the list's own; counted among the changed. */
  readonly promoted: number;
}

/** What a commit of the staged list would do. Of a household with a wrong row all persons count as refused. */
export async function stagedListCounts(client: Client): Promise<StagedListCounts> {
  const { rows } = await client.query<{ counts: StagedListCounts }>(`
    select json_build_object(
      'rows', (select count(*) from staged_row),
      'errorCount', (select count(*) from staged_error),
      'promoted', (select count(*) from staged_promotion),
      'households', (select json_build_object(
          'new', count(*) filter (where status = 'new'), 'changed', count(*) filter (where status = 'changed'),
          'unchanged', count(*) filter (where status = 'unchanged'),
          'vanished', (select count(*) from vanished_household),
          'refused', (select count(distinct household_number) from staged_error)) from staged_household),
      'persons', (select json_build_object(
          'new', count(*) filter (where status = 'new'), 'changed', count(*) filter (where status = 'changed'),
          'unchanged', count(*) filter (where status = 'unchanged'), 'vanished', count(*) filter (where status = 'vanished'),
          'refused', (select count(*) from staged_row) - count(*) filter (where status <> 'vanished')) from staged_member)
    ) as counts`);
  const counts = rows[0]?.counts;
  if (!counts) throw new Error('The staged list could not be counted');
  return counts;
}
