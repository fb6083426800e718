import {
  checkArchive,
  explainIdNumber,
  idKey,
  judgeIdNumber,
  normaliseIdNumber,
  subsidyOfParts,
  SUBSIDY_PARTS,
} from '@anju/domain';
import type { NewRenovation, RenovationCorrection, RenovationDetail } from '@anju/domain/contracts';
import { NotFound, registerToday, requestDb, RuleBroken, StaleVersion } from '@anju/kit';
import { lockedHousehold } from '../queries/locked-household';
import { holderOfRenovation, type LockedRenovation, lockedRenovation } from '../queries/locked-renovation';
import { renovationRecordRow } from '../queries/renovation-record';
import { archiveOfPerson, createRenovation, rewriteRenovation } from '../queries/write-archive';
import { configurationInForce, optionsInRegion, registerConfiguration } from './configuration';
import { settledPlace } from './place';
import { readRenovation } from './renovation-record';

/** What a person may write of an archive. */
type Fields = Omit<RenovationCorrection, 'version'>;

/** Enters an archive; refused when the same person has one of the same plan year. */
export async function enterRenovation(typed: NewRenovation): Promise<RenovationDetail> {
  const sent = { ...typed, regionCode: await settledPlace(typed.regionCode) };
  const fields = await judged(sent, {}, sent.regionCode);
  await refuseSecond(sent);
  return readRenovation(await createRenovation(requestDb(), fields));
}

/** Corrects an archive that was read at `version`; what is not sent stays as it is. Throws NotFound, StaleVersion or RuleBroken. */
export async function correctRenovation(
  id: number,
  { version, ...typed }: RenovationCorrection,
): Promise<RenovationDetail> {
  const db = requestDb();
  // The household first, as every save of it does: two clerks then never wait for each other in a circle.
  const holder = await holderOfRenovation(db, id);
  if (holder !== undefined) await lockedHousehold(db, holder);
  const archive = await lockArchive(id, version);
  const sent = { ...typed, ...(await movedTo(typed.regionCode, archive.region_code)) };
  const stored = (await renovationRecordRow(db, id))?.record;
  const fields = await judged(sent, isFields(stored) ? stored : {}, archive.region_code);
  if (Object.keys(fields).length > 0) await rewriteRenovation(db, id, fields);
  return readRenovation(id);
}

/** Locks an archive that was read at `version`; throws NotFound outside the scope, StaleVersion with the archive as it is now. */
export async function lockArchive(id: number, version: number): Promise<LockedRenovation> {
  const archive = await lockedRenovation(requestDb(), id);
  if (!archive) throw new NotFound();
  if (archive.version !== version)
    throw new StaleVersion(await readRenovation(id), '该档案已被他人修改，请核对后再保存');
  return archive;
}

async function movedTo(regionCode: string | undefined, before: string): Promise<Fields> {
  return regionCode === undefined || regionCode === before ? {} : { regionCode: await settledPlace(regionCode) };
}

/** What is written of what was sent: plain number, the sum of the parts; throws RuleBroken at each field that the rules refuse. */
async function judged(sent: Fields, stored: Readonly<Record<string, unknown>>, regionCode: string): Promise<Fields> {
  const whole = { ...stored, ...given(sent) };
  const configuration = await configurationInForce();
  const context = {
    today: registerToday(),
    options: optionsInRegion(configuration, regionCode),
    forms: configuration.form,
  };
  const messages = {
    ...dueMessages(checkArchive(whole, context), sent),
    ...numberProblems(sent, stored),
    ...sumProblem(sent, whole),
  };
  if (Object.keys(messages).length > 0) throw new RuleBroken(messages);
  const total = SUBSIDY_PARTS.some((part) => sent[part] !== undefined) ? subsidyOfParts(whole) : null;
  return {
    ...given(sent),
    ...(sent.idNumber ? { idNumber: normaliseIdNumber(sent.idNumber) } : {}),
    ...(total === null ? {} : { subsidyTotal: total }),
  };
}

/** An old fault of a field that nobody touches now stops no correction of another. */
function dueMessages(messages: Readonly<Record<string, string>>, sent: Fields): Record<string, string> {
  const names = new Set(Object.keys(given(sent)));
  if (names.has('renovationMode')) names.add('modeNote');
  if (names.has('startDate')) names.add('completionDate');
  return Object.fromEntries(Object.entries(messages).filter(([field]) => names.has(field)));
}

/** A number that is typed now must be one: the head's, and each member's at its row. */
function numberProblems(
  { idNumber, members = [] }: Fields,
  stored: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const known = new Set(storedNumbers(stored));
  const typed = [
    ['idNumber', idNumber] as const,
    ...members.map((person, index) => [`members.${index}.idNumber`, person.idNumber] as const),
  ];
  const { extraProvincePrefixes } = registerConfiguration();
  const context = { today: registerToday(), extraProvincePrefixes };
  return Object.fromEntries(
    typed.flatMap(([field, number]) => {
      // An old fault of a member that nobody touches now stops no correction of another.
      const isOld = field !== 'idNumber' && known.has(number ?? '');
      const problem = number && !isOld ? explainIdNumber(judgeIdNumber(number, context)) : null;
      return problem ? [[field, problem] as const] : [];
    }),
  );
}

function storedNumbers({ members }: Readonly<Record<string, unknown>>): string[] {
  const persons: readonly unknown[] = Array.isArray(members) ? members : [];
  return persons.flatMap((person) => {
    const number = isFields(person) ? person.idNumber : undefined;
    return typeof number === 'string' ? [number] : [];
  });
}

/** A total that stands beside its parts is their sum; it is corrected in the parts. */
function sumProblem({ subsidyTotal }: Fields, whole: Readonly<Record<string, unknown>>): Record<string, string> {
  const sum = subsidyOfParts(whole);
  if (subsidyTotal === undefined || sum === null || subsidyTotal === sum) return {};
  return { subsidyTotal: `各级补助合计为 ${sum.toFixed(2)} 元，由各级补助自动相加；如需更正，请修改各级补助` };
}

async function refuseSecond({ idNumber, planYear }: NewRenovation): Promise<void> {
  const key = idNumber ? idKey(idNumber) : null;
  if (key === null) return;
  const other = await archiveOfPerson(requestDb(), key, planYear ?? null);
  if (!other) return;
  throw new RuleBroken({
    idNumber: `该身份证号已有一份${planYear ?? '未填年度的'}危房改造档案（${other.head_name}），请打开该档案更正`,
  });
}

function given(sent: Fields): Fields {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
