import type { Knex } from 'knex';

/** A count that the cells and deltas keep otherwise than the households and safeguards say; numbers as decimal text. */
export interface StatisticsDifference {
  readonly code: string;
  readonly source: string;
  readonly metric: string;
  readonly stored: string;
  readonly counted: string;
  readonly stored_amount: string;
  readonly counted_amount: string;
}

/** Every difference inside the caller's region, in one snapshot; a whole province takes longer than a request's usual limit. */
export async function statisticsDifferences(db: Knex): Promise<StatisticsDifference[]> {
  await db.raw(`set local statement_timeout = '10min'`);
  const result = await db.raw<{ rows: StatisticsDifference[] }>('select * from anju.statistics_differences()');
  return result.rows;
}
