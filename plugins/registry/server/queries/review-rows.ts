import type { ReviewState } from '@anju/domain';
import type { ReviewFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import type { HouseholdCursor } from './household-rows';
import { type HouseholdSearch, householdSearch } from './household-search';
import { IS_UNSETTLED_OF_HOUSEHOLD } from './unsettled-warning';

/** Which queue: a state of a region, and whose entries it holds. */
export interface ReviewQueue {
  readonly filter: ReviewFilter & { readonly regionCode: string };
  readonly states: readonly ReviewState[];
  /** Nobody reviews their own entries; a clerk is told of no others'. */
  readonly entries: { readonly of: 'others' | 'own'; readonly account: number } | null;
  /** The level whose earlier approval counts as one before. */
  readonly level: 'township' | 'county';
}

/** A page as one statement reads it: the rows as JSON of the contract's fields, and how many the queue holds, counted no further than asked. */
export interface StoredReviewPage {
  readonly rows: readonly unknown[];
  readonly counted: number;
}

/** One page of a queue in region order, and how many households the queue holds, counted no further than `most + 1`. */
export async function reviewPage(
  db: Knex,
  queue: ReviewQueue,
  page: { readonly limit: number; readonly offset: number; readonly after?: HouseholdCursor | undefined },
  most: number,
): Promise<StoredReviewPage> {
  const search = reviewSearch(db, queue);
  const ids = search.query.clone().select({ id: search.id }).limit(page.limit, { skipBinding: true });
  if (page.offset > 0) ids.offset(page.offset);
  if (page.after) startAfter({ ...search, query: ids }, page.after);
  ids.orderBy(search.region).orderBy(search.id);
  const matches = search.query.select(search.id).limit(most + 1, { skipBinding: true });
  const read = await db
    .with('page', ids)
    .from('page')
    .joinRaw(`cross join lateral (${rowSql(queue.level)}) found`)
    .select<StoredReviewPage[]>(
      db.raw(`coalesce(json_agg(found.row order by found.region_code, found.id), '[]') as rows`),
      db.from(matches.as('matches')).select(db.raw('count(*)::integer')).as('counted'),
    );
  return read[0] ?? { rows: [], counted: 0 };
}

/** The numbers of a queue's households, at most so many. */
export async function queuePopulation(db: Knex, queue: ReviewQueue, most: number): Promise<number[]> {
  const search = reviewSearch(db, queue);
  const rows = (await search.query.select({ id: search.id }).limit(most)) as readonly { readonly id: number }[];
  return rows.map(({ id }) => id);
}

/** A household of a batch, locked, with what may keep it out. */
export interface BatchCandidate extends HouseholdCursor {
  readonly headName: string;
  readonly regionName: string;
  readonly isWarned: boolean;
  readonly isOwn: boolean;
}

/** The next households of a queue for a batch, locked in the order of their ids against saves. */
export async function batchCandidates(
  db: Knex,
  queue: ReviewQueue,
  account: number,
  page: { readonly limit: number; readonly after?: HouseholdCursor | undefined },
): Promise<{ readonly candidates: readonly BatchCandidate[]; readonly next: HouseholdCursor | undefined }> {
  const search = reviewSearch(db, { ...queue, entries: null });
  const ids = search.query
    .select({ id: search.id, regionCode: search.region })
    .limit(page.limit, { skipBinding: true });
  if (page.after) startAfter(search, page.after);
  // Knex forgets the columns of a query that was built in parts.
  const found = (await ids.orderBy(search.region).orderBy(search.id)) as readonly HouseholdCursor[];
  const households = found.map(({ id }) => id);
  await db('households').select('id').whereIn('id', households).orderBy('id').forNoKeyUpdate();
  const isWarned = `exists (select from warnings w where ${IS_UNSETTLED_OF_HOUSEHOLD})`;
  const candidates = await db('households as h')
    .join('safeguards as s', 's.household_id', 'h.id')
    .leftJoin('members as p', (on) => on.on('p.household_id', 'h.id').andOnVal('p.is_head', true))
    .leftJoin('regions as g', 'g.code', 'h.region_code')
    .whereIn('h.id', households)
    .whereIn('s.review_state', queue.states)
    .orderBy(['h.region_code', 'h.id'])
    .select<BatchCandidate[]>({ id: 'h.id', regionCode: 'h.region_code' })
    .select<BatchCandidate[]>(
      db.raw(`coalesce(p.name, '') as "headName", coalesce(g.full_name, h.region_code) as "regionName"`),
      db.raw(`${isWarned} as "isWarned", coalesce(s.entered_by = ?, false) as "isOwn"`, [account]),
    );
  return { candidates, next: found.length === page.limit ? found.at(-1) : undefined };
}

function reviewSearch(db: Knex, { filter, states, entries, level }: ReviewQueue): HouseholdSearch {
  const { regionCode, kind, personName, entryPerson, hasWarning } = filter;
  const search = householdSearch(
    db,
    { regionCode, kind, personName, entryPerson, hasWarning, reviewState: [...states] },
    'county',
  );
  const { query } = search;
  if (entries?.of === 'others') query.whereRaw('s.entered_by is distinct from ?', [entries.account]);
  if (entries?.of === 'own') query.whereRaw('(s.entered_by = ? or s.entered_by is null)', [entries.account]);
  if (filter.approvedBefore !== undefined)
    query.whereRaw(`s.${level}_approved_at is ${filter.approvedBefore ? 'not null' : 'null'}`);
  if (filter.countyPaper !== undefined) query.whereRaw('coalesce(s.county_paper, false) = ?', [filter.countyPaper]);
  if (filter.search !== undefined) query.whereRaw(SEARCHED, { search: filter.search });
  return search;
}

const SEARCHED = `(position(:search in s.entry_person) > 0
  or exists (select from members m where m.household_id = s.household_id and position(:search in m.name) > 0)
  or exists (select from regions g where g.code = s.region_code and position(:search in g.full_name) > 0))`;

function startAfter({ query, region, id }: HouseholdSearch, after: HouseholdCursor): void {
  query.where(region, '>=', after.regionCode);
  query.whereRaw('(?? > ? or ?? > ?)', [region, after.regionCode, id, after.id]);
}

/** A page's row, asked for household by household (offset 0): beside a scope, whose size it misjudges, the planner would read a whole county. */
function rowSql(level: 'township' | 'county'): string {
  return `select h.region_code, h.id, json_build_object(
    'id', h.id, 'headName', coalesce(p.name, ''), 'regionCode', h.region_code, 'regionName', coalesce(g.full_name, h.region_code),
    'memberCount', h.member_count, 'kind', s.kind, 'entryPerson', s.entry_person, 'entryDate', s.entry_date,
    'changedAt', s.updated_at::timestamptz, 'reviewState', s.review_state,
    'warningCount', (select count(*) from warnings w where ${IS_UNSETTLED_OF_HOUSEHOLD}),
    'approvedBefore', s.${level}_approved_at is not null, 'countyPaper', coalesce(s.county_paper, false),
    'returnReasons', coalesce(s.return_reasons, '[]'),
    'returnedByName', case when s.returned_by is not null then anju.account_name(s.returned_by) end,
    'version', h.version) as row
  from households h join safeguards s on s.household_id = h.id
  left join members p on p.household_id = h.id and p.is_head
  left join regions g on g.code = h.region_code
  where h.id = page.id offset 0`;
}
