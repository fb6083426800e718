import { fieldsOfKind, type ReviewState } from '@anju/domain';
import type { HouseholdRecord, ReviewDecision, ReviewReason, ReviewReturn } from '@anju/domain/contracts';
import { hasDuty, NotFound, registerToday, requestActor, requestDb, RuleBroken, StaleVersion } from '@anju/kit';
import { type ApprovalLevel, approveSafeguards } from '../queries/approve-safeguards';
import { lockedHousehold } from '../queries/locked-household';
import { type ReviewedSafeguard, reviewedSafeguard, writeReturn, writeTakeBack } from '../queries/review-state';
import { configurationInForce } from './configuration';
import { readHousehold } from './household-record';

const SEEN_ANOTHER_VERSION = '该户信息在您打开之后有改动，请核对最新内容后再审核';

/** Approves exactly the version that the reviewer saw: a difference in evidence alone is a conflict, too. */
export async function approveReview(id: number, { version }: ReviewDecision): Promise<HouseholdRecord> {
  const safeguard = await seen(id, version);
  const level = waitingLevel(safeguard.review_state);
  const actor = requestActor();
  if (safeguard.entered_by === actor.id) throw new RuleBroken({}, '本人录入的记录不能由本人审核，请由其他审核人办理');
  await approveSafeguards(requestDb(), level, [id], { id: actor.id, name: actor.name, today: registerToday() });
  return readHousehold(id);
}

/** Returns a record to its clerk, with reasons at the fields that they are about. */
export async function returnReview(id: number, { version, reasons }: ReviewReturn): Promise<HouseholdRecord> {
  const safeguard = await seen(id, version);
  waitingLevel(safeguard.review_state);
  await checkFields(reasons, safeguard, await readHousehold(id));
  await writeReturn(requestDb(), id, requestActor().id, reasons);
  return readHousehold(id);
}

/** Takes the level's approval back, as long as the next level has not acted. */
export async function takeBackReview(id: number, { version }: ReviewDecision): Promise<HouseholdRecord> {
  const { review_state: state } = await seen(id, version);
  const isOwnLevel =
    (state === 'townshipApproved' && hasDuty('reviewTownship')) ||
    (state === 'countyApproved' && hasDuty('reviewCounty'));
  if (!isOwnLevel) {
    const isBeyond = state === 'countyApproved' || state === 'returned';
    throw new RuleBroken({}, isBeyond ? '县级已经审核或退回，不能再撤回' : '该户没有可撤回的审核');
  }
  await writeTakeBack(requestDb(), id, state);
  return readHousehold(id);
}

/** The level at which the signed-in person acts on a record in this state; throws RuleBroken when it does not wait for them. */
function waitingLevel(state: ReviewState): ApprovalLevel {
  if (state === 'entered' && hasDuty('reviewTownship')) return 'township';
  if (state === 'townshipApproved' && hasDuty('reviewCounty')) return 'county';
  throw new RuleBroken({}, REFUSALS[state]);
}

const REFUSALS: Readonly<Record<ReviewState, string>> = {
  entered: '该户尚未经乡镇审核，暂不能由县级审核',
  townshipApproved: '该户已经乡镇审核，等待县级审核',
  countyApproved: '该户已经县级审核',
  returned: '该户已退回，等待录入人修改后重新提交',
};

/** Locks the household at the version that was seen. Throws NotFound, StaleVersion with the current record, or RuleBroken. */
async function seen(id: number, version: number): Promise<ReviewedSafeguard> {
  const household = await lockedHousehold(requestDb(), id);
  if (!household) throw new NotFound();
  if (household.version !== version) throw new StaleVersion(await readHousehold(id), SEEN_ANOTHER_VERSION);
  const safeguard = await reviewedSafeguard(requestDb(), id);
  if (!safeguard) throw new RuleBroken({}, '该户尚未认定，没有可审核的内容');
  return safeguard;
}

async function checkFields(
  reasons: readonly ReviewReason[],
  { kind }: ReviewedSafeguard,
  record: HouseholdRecord,
): Promise<void> {
  const { form, evidence } = await configurationInForce();
  const known = new Set([
    'record',
    'kind',
    'regionCode',
    ...fieldsOfKind(form, kind).map(({ name }) => name),
    ...record.members.map((member) => `members.${member.id}`),
    ...evidence.categories.map(({ key }) => `evidence.${key}`),
  ]);
  const unknown = reasons.flatMap(({ field }, index) =>
    known.has(field) ? [] : [[`reasons.${index}.field`, '该户没有这个栏目'] as const],
  );
  if (unknown.length > 0) throw new RuleBroken(Object.fromEntries(unknown));
}
