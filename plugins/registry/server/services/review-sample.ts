import { randomBytes } from 'node:crypto';
import { REVIEW_STATE_LABELS } from '@anju/domain';
import {
  LARGEST_POPULATION,
  LARGEST_SAMPLE,
  type ReviewSample,
  reviewSample,
  type SampleFinding,
  type SampleRequest,
  type SampleRow,
  sampleRow,
  type SampleSignature,
} from '@anju/domain/contracts';
import { hasDuty, NotFound, type Page, requestActor, requestDb, RuleBroken, visibleRegion } from '@anju/kit';
import { queuePopulation } from '../queries/review-rows';
import { lockSample, sampleCount, sampleRows, storedSample, type StoredSample } from '../queries/sample-rows';
import { insertSample, writeSignature, writeVerdict } from '../queries/write-sample';
import { writeJournal } from '../queries/write-journal';
import { drawSample, populationHash, sha256 } from './draw-sample';
import { waitingStates } from './review-queue';

const DEFAULT_SIZE = 25;

/** Samples of the caller's region, newest first. */
export async function listSamples(range: readonly [number, number] = [0, DEFAULT_SIZE - 1]): Promise<Page<SampleRow>> {
  const [from, to] = range;
  const rows = await sampleRows(requestDb(), { limit: to - from + 1, offset: from });
  return { rows: rows.map((row) => sampleRow.parse(row)), from, total: await sampleCount(requestDb()) };
}

/** Draws a share of a queue and keeps it; each draw is journalled, so that nobody draws until the result pleases. */
export async function drawReviewSample({ filter, percent, seed }: SampleRequest): Promise<ReviewSample> {
  const regionCode = visibleRegion(filter.regionCode);
  if (regionCode === null) throw new NotFound('您尚未设置行政区划，没有可抽查的记录');
  const states = filter.reviewState ?? waitingStates();
  const level = hasDuty('reviewCounty') ? ('county' as const) : ('township' as const);
  const queue = {
    filter: { regionCode, ...(filter.kind && { kind: filter.kind }) },
    states,
    entries: { of: 'others', account: requestActor().id } as const,
    level,
  };
  const population = await queuePopulation(requestDb(), queue, LARGEST_POPULATION + 1);
  checkPopulation(population.length, states);
  const drawnBy = seed ?? randomBytes(6).toString('hex');
  const drawn = drawSample(population, percent, drawnBy);
  if (drawn.length > LARGEST_SAMPLE) {
    throw new RuleBroken({ percent: `将抽中 ${drawn.length} 户，一次最多 ${LARGEST_SAMPLE} 户，请调低比例或缩小范围` });
  }
  const kinds = filter.kind ?? null;
  const sample = { regionCode, level, states, kinds, percent, seed: drawnBy, population };
  const id = await insertSample(requestDb(), sample, drawn);
  const detail = { percent, seed: drawnBy, states, kind: kinds, population: population.length, sampled: drawn.length };
  await journalSample('drawSample', id, regionCode, detail);
  return readSample(id);
}

function checkPopulation(size: number, states: readonly (keyof typeof REVIEW_STATE_LABELS)[]): void {
  const words = states.map((state) => REVIEW_STATE_LABELS[state]).join('、');
  if (size === 0) throw new RuleBroken({ reviewState: `所选范围内没有${words}的他人录入记录` });
  if (size > LARGEST_POPULATION) {
    throw new RuleBroken({ regionCode: `范围超过 ${LARGEST_POPULATION} 户，请选择下级行政区划` });
  }
}

/** A sample of the caller's region, drawn anew and compared; throws NotFound for every other. */
export async function readSample(id: number): Promise<ReviewSample> {
  return toSample(await existingSample(id));
}

/** Notes what was found of a household of the caller's own sample. */
export async function judgeSample(id: number, householdId: number, finding: SampleFinding): Promise<ReviewSample> {
  const stored = await lockedSample(id);
  const item = stored.items.find((one) => one.householdId === householdId);
  if (!item) throw new NotFound('该户不在这次抽查中');
  checkOwn(stored);
  if (item.isOwnEntry) throw new RuleBroken({}, '该户由您录入，不能由您本人抽查');
  const isWritten = await writeVerdict(requestDb(), id, householdId, finding.verdict, finding.note ?? null);
  if (!isWritten) throw new RuleBroken({}, '抽查结果没有写入，请刷新后再试');
  return readSample(id);
}

/** Signs the report of the caller's own sample when every household of it is judged. */
export async function signSample(id: number, { conclusion }: SampleSignature): Promise<ReviewSample> {
  const stored = await lockedSample(id);
  checkOwn(stored);
  const left = stored.items.filter(({ verdict }) => verdict === null).length;
  if (left > 0) throw new RuleBroken({}, `还有 ${left} 户没有填写抽查结果，不能签署`);
  const signedAt = new Date().toISOString();
  const signed = { ...stored, conclusion: conclusion ?? null };
  const { regionCode, passed, faulty } = sampleRow.parse(stored.row);
  const hash = reportHash(signed, signedAt);
  const isSigned = await writeSignature(requestDb(), id, { conclusion: signed.conclusion, signedAt, hash });
  if (!isSigned) throw new RuleBroken({}, '抽查报告没有签署，请刷新后再试');
  await journalSample('signSample', id, regionCode, { passed, faulty, reportHash: hash });
  return readSample(id);
}

/** The sample as it stands while nobody else judges or signs it. */
async function lockedSample(id: number): Promise<StoredSample> {
  await lockSample(requestDb(), id);
  return existingSample(id);
}

async function existingSample(id: number): Promise<StoredSample> {
  const stored = await storedSample(requestDb(), id);
  if (!stored) throw new NotFound('没有这次抽查，或不在您的行政区划内');
  return stored;
}

function checkOwn({ row }: StoredSample): void {
  const { isOwn, signedAt } = sampleRow.parse(row);
  if (!isOwn) throw new RuleBroken({}, '这次抽查由他人抽取，请由抽取人填写和签署');
  if (signedAt !== null) throw new RuleBroken({}, '抽查报告已签署，不能再改；如需复查请重新抽取');
}

function toSample(stored: StoredSample): ReviewSample {
  const { row, items, population, conclusion, hash } = stored;
  const { percent, seed, signedAt } = sampleRow.parse(row);
  const redrawn = drawSample(population, percent, seed);
  return reviewSample.parse({
    ...row,
    items,
    conclusion,
    populationHash: populationHash(population),
    reproducible: redrawn.length === items.length && redrawn.every((id, place) => items[place]?.householdId === id),
    reportHash: hash,
    reportIntact: signedAt === null ? null : reportHash(stored, signedAt) === hash,
  });
}

/** What is signed: what was drawn from and how, each finding, the conclusion, and when. */
function reportHash(
  { row, drawnRegion, creator, items, population, conclusion }: StoredSample,
  signedAt: string,
): string {
  const { id, level, states, kinds, percent, seed, drawnAt } = sampleRow.parse(row);
  const findings = items.map(({ householdId, version, verdict, note }) => [householdId, version, verdict, note]);
  const drawn = [id, drawnRegion, level, states, kinds, percent, seed, populationHash(population), creator];
  const times = [drawnAt, signedAt].map((time) => new Date(time).toISOString());
  return sha256(JSON.stringify([...drawn, ...times, findings, conclusion]));
}

function journalSample(action: string, id: number, regionCode: string, detail: object): Promise<void> {
  const act = { action, subjectTable: 'review_sample', subjectId: id, regionCode, detail: { ...detail } };
  return writeJournal(requestDb(), act);
}
