import type { ReviewBatch, ReviewBatchAnswer } from '@anju/domain/contracts';
import { hasDuty, NotFound, registerToday, requestActor, requestDb, RuleBroken } from '@anju/kit';
import { approveSafeguards } from '../queries/approve-safeguards';
import { type BatchCandidate, batchCandidates } from '../queries/review-rows';
import { writeJournal } from '../queries/write-journal';
import { readCursor, writeCursor } from './household-cursor';
import { queueOf, waitingStates } from './review-queue';

/** Households that one call approves, so that the caller can tell how far it is. */
const ONE_CALL = 1_000;

const LEFT_OUT = {
  openWarnings: '有未处理的预警',
  ownEntry: '本人录入，不能由本人审核',
} as const;

/** Approves the next part of a queue; households with open warnings stay unless they are included, and are named. */
export async function approveBatch(batch: ReviewBatch): Promise<ReviewBatchAnswer> {
  const queue = queueOf(batch.filter);
  if (!queue) throw new NotFound('您尚未设置行政区划，没有可审核的记录');
  const [state, ...others] = queue.states;
  if (state === undefined || others.length > 0 || !waitingStates().includes(state))
    throw new RuleBroken({ reviewState: '批量审核只能用于待您审核的记录，请选择审核状态' });
  const actor = requestActor();
  const after = batch.after === undefined ? undefined : readCursor(batch.after);
  const page = { limit: ONE_CALL, after };
  const { candidates, next } = await batchCandidates(requestDb(), queue, actor.id, page);
  const leftOut = candidates.flatMap((household) => {
    const reason = reasonToStay(household, batch.includeWarned === true);
    return reason ? [{ ...named(household), reason, message: LEFT_OUT[reason] }] : [];
  });
  const stays = new Set(leftOut.map(({ householdId }) => householdId));
  const chosen = candidates.map(({ id }) => id).filter((id) => !stays.has(id));
  const level = state === 'entered' ? 'township' : 'county';
  const approver = { id: actor.id, name: actor.name, today: registerToday() };
  const approved = chosen.length === 0 ? 0 : await approveSafeguards(requestDb(), level, chosen, approver);
  await journalBatch(batch, queue.filter.regionCode, approved, leftOut.length);
  return { approved, leftOut, next: next ? writeCursor(next) : null };
}

function reasonToStay({ isOwn, isWarned }: BatchCandidate, includeWarned: boolean): keyof typeof LEFT_OUT | undefined {
  if (isOwn) return 'ownEntry';
  return isWarned && !includeWarned ? 'openWarnings' : undefined;
}

function named({ id, headName, regionName }: BatchCandidate) {
  return { householdId: id, headName, regionName };
}

async function journalBatch(batch: ReviewBatch, regionCode: string, approved: number, leftOut: number): Promise<void> {
  const { filter, action, includeWarned = false } = batch;
  await writeJournal(requestDb(), {
    action: 'reviewBatch',
    subjectTable: 'safeguards',
    subjectId: null,
    regionCode,
    detail: { action, filter, includeWarned, approved, leftOut, duty: hasDuty('reviewCounty') ? 'county' : 'township' },
  });
}
