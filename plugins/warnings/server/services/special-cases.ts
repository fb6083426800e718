import type { WarningState } from '@anju/domain';
import type { BatchReply, SpecialCaseBatch, SpecialCaseSending, SpecialCaseSent } from '@anju/domain/contracts';
import { NotAllowed, NotFound, type Page, requestActor, requestDb, RuleBroken, visibleRegion } from '@anju/kit';
import { casesForwardedBy } from '../queries/batch-cases';
import { insertBatch, specialCaseBatchById, specialCaseBatches } from '../queries/special-case-batches';
import { type WaitingCase, waitingSpecialCaseCount, waitingSpecialCases } from '../queries/waiting-special-cases';
import { writeStep } from '../queries/warning-step';
import { writeJournal } from '../queries/write-journal';

const MOST_IN_A_BATCH = 5_000;
const DEFAULT_SIZE = 25;

/** What a level sends: from which state into which, and how long the codes of the parts are by which the answer counts. */
const SENDING = {
  county: { step: 'submit', from: 'proposed', to: 'submitted', partLength: 9 },
  province: { step: 'forward', from: 'submitted', to: 'forwarded', partLength: 6 },
} as const satisfies Record<
  string,
  { step: 'submit' | 'forward'; from: WarningState; to: WarningState; partLength: number }
>;

/** Sends what waits for the caller's level as one batch, or counts it. */
export async function sendSpecialCases({ filter, text, preview }: SpecialCaseSending): Promise<SpecialCaseSent> {
  const { level, id: actor, name, regionCode: own } = requestActor();
  if ((level !== 'county' && level !== 'province') || own === null)
    throw new NotAllowed('特殊情况由县级提交、省级上报');
  const { step, from, to, partLength } = SENDING[level];
  if (!preview && step === 'submit' && !text) throw new RuleBroken({ text: '请填写县级意见' });
  const waiting = {
    regionCode: visibleRegion(filter.regionCode) ?? own,
    state: from,
    kinds: filter.kind,
    partLength,
    most: MOST_IN_A_BATCH,
  };
  const taken = await waitingSpecialCases(requestDb(), waiting);
  const left =
    taken.length < MOST_IN_A_BATCH ? 0 : (await waitingSpecialCaseCount(requestDb(), waiting)) - taken.length;
  const answer = { cases: taken.length, left, regions: byPart(taken) };
  if (preview) return { preview, ...answer, batch: null };
  if (taken.length === 0) throw new RuleBroken({}, '没有等待报送的特殊情况');
  const ids = taken.map((one) => one.id);
  const sent = { regionCode: own, step, actor, actorName: name, text: text ?? null, warningIds: ids };
  const batch = await insertBatch(requestDb(), sent);
  await writeStep(requestDb(), ids, to, { step, at: new Date().toISOString(), by: name, text: text ?? null, batch });
  await writeJournal(requestDb(), 'sendSpecialCases', own, { batch, step, cases: ids.length });
  return { preview, ...answer, batch };
}

function byPart(cases: readonly WaitingCase[]): SpecialCaseSent['regions'] {
  const parts = new Map<string, SpecialCaseSent['regions'][number]>();
  for (const { region_code: regionCode, region_name: regionName } of cases) {
    const before = parts.get(regionCode)?.cases ?? 0;
    parts.set(regionCode, { regionCode, regionName, cases: before + 1 });
  }
  return [...parts.values()];
}

/** A page of the batches in the caller's scope. */
export async function listBatches(range: readonly [number, number] | undefined): Promise<Page<SpecialCaseBatch>> {
  const [from, to] = range ?? [0, DEFAULT_SIZE - 1];
  return { ...(await specialCaseBatches(requestDb(), { offset: from, limit: to - from + 1 })), from };
}

/** A batch of the caller's scope; throws NotFound. */
export async function existingBatch(id: number): Promise<SpecialCaseBatch> {
  const batch = await specialCaseBatchById(requestDb(), id);
  if (!batch) throw new NotFound('没有这个批次，或不在您的行政区划内');
  return batch;
}

/** Records the reply to all cases of a forwarded batch that have none yet; answers how many. */
export async function replyToBatch(id: number, { decision, ...reply }: BatchReply): Promise<number> {
  const batch = await existingBatch(id);
  if (batch.step !== 'forward') throw new RuleBroken({}, '这是县级提交的批次，请在省级上报的批次上登记批复');
  const ids = await casesForwardedBy(requestDb(), id);
  if (ids.length === 0) throw new RuleBroken({}, '这个批次的特殊情况都已登记批复、已解除，或已在新的批次中上报');
  const { name } = requestActor();
  const { text, decidedOn, documentNumber = null, authority } = reply;
  const step = decision === 'accepted' ? 'accept' : 'reject';
  const said = { text, decidedOn, documentNumber, authority, batch: id };
  await writeStep(requestDb(), ids, decision, { step, at: new Date().toISOString(), by: name, ...said });
  await writeJournal(requestDb(), 'replySpecialCases', batch.regionCode, { batch: id, decision, cases: ids.length });
  return ids.length;
}
