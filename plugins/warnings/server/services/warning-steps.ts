import { DISMISSIBLE_WARNING_KINDS, type WarningState } from '@anju/domain';
import type { WarningDecision, WarningRow, WarningStep } from '@anju/domain/contracts';
import { AppError, hasDuty, NotAllowed, NotFound, requestActor, requestDb, RuleBroken } from '@anju/kit';
import { type LockedWarning, lockedWarning, writeStep } from '../queries/warning-step';
import { readWarning } from './warning-list';

/** 409: somebody else settled the warning, or took its next step, since it was read. */
export class StaleWarning extends AppError {
  constructor(current: WarningRow) {
    super(409, 'staleWarning', '该预警已被他人处理或已解除，请刷新后查看', {}, { current });
  }
}

/** The clerk settles missing evidence, or a photo, by an explanation. */
export async function dismissWarning(id: number, text: string): Promise<WarningRow> {
  const warning = await locked(id);
  if (!DISMISSIBLE_WARNING_KINDS.some((kind) => kind === warning.kind))
    throw new RuleBroken({}, '此类预警不能由录入人说明解除，请更正信息，或按特殊情况说明');
  return take(warning, ['open', 'rejected'], 'dismissed', { step: 'dismiss', text });
}

/** A clerk proposes a special case to the county; the county's supervisor submits it to the province. */
export async function explainSpecialCase(id: number, text: string): Promise<WarningRow> {
  const warning = await locked(id);
  if (hasDuty('handleSpecialCases') && requestActor().level === 'county')
    return take(warning, ['open', 'rejected', 'proposed'], 'submitted', { step: 'submit', text });
  return take(warning, ['open', 'rejected'], 'proposed', { step: 'propose', text });
}

/** The province forwards what a county submitted. */
export async function forwardWarning(id: number, text: string | null): Promise<WarningRow> {
  return take(await locked(id), ['submitted'], 'forwarded', { step: 'forward', text });
}

/** The province records the reply that it received; a special case on its way may be returned by the level that has it, or the city. */
export async function decideWarning(id: number, { decision, ...reply }: WarningDecision): Promise<WarningRow> {
  const warning = await locked(id);
  const { text, decidedOn = null, documentNumber = null, authority = null } = reply;
  if (decision === 'returned') return take(warning, returnable(), 'open', { step: 'return', text });
  if (requestActor().level !== 'province') throw new NotAllowed('批复结果由省级登记');
  checkReply({ decidedOn, authority });
  const step = decision === 'accepted' ? 'accept' : 'reject';
  return take(warning, ['forwarded'], decision, { step, text, decidedOn, documentNumber, authority });
}

/** A reply is somebody's, of a day. */
function checkReply({ decidedOn, authority }: { decidedOn: string | null; authority: string | null }): void {
  const faults = {
    ...(decidedOn === null ? { decidedOn: '请填写批复日期' } : {}),
    ...(authority === null ? { authority: '请填写批复单位' } : {}),
  };
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults);
}

/** The county returns a proposal, or takes back what it submitted; the city and the province return what was submitted. */
function returnable(): readonly WarningState[] {
  return requestActor().level === 'county' ? ['proposed', 'submitted'] : ['submitted'];
}

async function locked(id: number): Promise<LockedWarning> {
  const warning = await lockedWarning(requestDb(), id);
  if (!warning) throw new NotFound('没有找到这条预警，或不在您的行政区划内');
  return warning;
}

async function take(
  warning: LockedWarning,
  from: readonly WarningState[],
  to: WarningState,
  step: Omit<WarningStep, 'at' | 'by'>,
): Promise<WarningRow> {
  if (!from.includes(warning.state)) throw new StaleWarning(await readWarning(warning.id));
  await writeStep(requestDb(), [warning.id], to, { ...step, at: new Date().toISOString(), by: requestActor().name });
  return readWarning(warning.id);
}
