import type { ReviewState } from '@anju/domain';
import { type ReviewFilter, type ReviewRow, reviewRow } from '@anju/domain/contracts';
import { hasDuty, type Page, requestActor, requestDb, visibleRegion } from '@anju/kit';
import { reviewPage, type ReviewQueue } from '../queries/review-rows';
import { readCursor, writeCursor } from './household-cursor';

const DEFAULT_SIZE = 25;
const MOST_COUNTED = 10_000;

/** A list request as its contract parses it. */
export interface ReviewListQuery {
  readonly filter?: ReviewFilter | undefined;
  readonly range?: readonly [number, number] | undefined;
  readonly after?: string | undefined;
}

/** One page of what waits for the signed-in person: a reviewer's queue, or a clerk's returned entries. */
export async function listReviews(query: ReviewListQuery): Promise<Page<ReviewRow>> {
  const [from, to] = query.range ?? [0, DEFAULT_SIZE - 1];
  const queue = queueOf(query.filter ?? {});
  if (!queue) return { rows: [], from, total: 0 };
  const size = to - from + 1;
  const after = query.after === undefined ? undefined : readCursor(query.after);
  const page = { limit: size + 1, offset: after ? 0 : from, after };
  const found = await reviewPage(requestDb(), queue, page, MOST_COUNTED);
  const { counted } = found;
  const rows = found.rows.slice(0, size).map((row) => reviewRow.parse(row));
  const last = found.rows.length > size ? rows.at(-1) : undefined;
  return {
    rows,
    from,
    total: Math.min(counted, MOST_COUNTED),
    bounded: counted > MOST_COUNTED,
    ...(last ? { nextCursor: writeCursor(last) } : {}),
  };
}

/** The queue that a filter names for the signed-in person; null when they have no region yet. */
export function queueOf(filter: ReviewFilter): ReviewQueue | null {
  const regionCode = visibleRegion(filter.regionCode);
  if (regionCode === null) return null;
  const account = requestActor().id;
  const states = filter.reviewState === undefined ? waitingStates() : [filter.reviewState];
  const level = hasDuty('reviewCounty') ? 'county' : 'township';
  const isClerk = !isReviewer();
  const isWaiting = filter.reviewState === undefined || waitingStates().includes(filter.reviewState);
  const entries = isClerk ? ({ of: 'own', account } as const) : isWaiting ? ({ of: 'others', account } as const) : null;
  return { filter: { ...filter, regionCode }, states, entries, level };
}

/** The states in which a record waits for the signed-in person. */
export function waitingStates(): readonly ReviewState[] {
  if (!isReviewer()) return ['returned'];
  return [
    ...(hasDuty('reviewTownship') ? (['entered'] as const) : []),
    ...(hasDuty('reviewCounty') ? (['townshipApproved'] as const) : []),
  ];
}

function isReviewer(): boolean {
  return hasDuty('reviewTownship') || hasDuty('reviewCounty');
}
