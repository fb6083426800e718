import type { Knex } from 'knex';

/** The two options of a merge, and the change that publishes it. */
export interface Merge {
  readonly change: number;
  readonly listKey: string;
  readonly from: string;
  readonly into: string;
}

/** Rewrites what carries the one option as the other; a whole province takes longer than a request's usual limit. */
export async function mergeOption(db: Knex, merge: Merge): Promise<void> {
  await db.raw(`set local statement_timeout = '10min'`);
  await db.raw('select anju.merge_option(:change, :listKey, :from, :into)', { ...merge });
}

/** Gives the rows of a merge their option back. */
export async function unmergeOption(db: Knex, merge: Merge): Promise<void> {
  await db.raw(`set local statement_timeout = '10min'`);
  await db.raw('select anju.unmerge_option(:change, :listKey, :from, :into)', { ...merge });
}
