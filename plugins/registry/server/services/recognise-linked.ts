import { checkSafeguard, LEFT_OUT_LABELS, LEFT_OUT_REASONS, type SafeguardContext } from '@anju/domain';
import type { HouseholdFilter, RecogniseLinked, RecogniseLinkedAnswer, SafeguardInput } from '@anju/domain/contracts';
import { NotFound, registerToday, requestActor, requestDb, RuleBroken, visibleRegion } from '@anju/kit';
import { linkedSources, lockUnrecognised, unrecognisedOfFilter } from '../queries/linked-sources';
import { type AnswerablePersons, insertLinkedSafeguards, writePaperApprovals } from '../queries/write-linked';
import { configurationInForce, optionsInRegion } from './configuration';
import { readCursor, writeCursor } from './household-cursor';
import { judgeLinked, type LinkedVerdict } from './linked-verdict';
import { paperCounts } from './paper-review';
import { isBoundAbove, reachOf } from './reach';

/** Households of one preview, and so of one set. */
const MOST = 10_000;
/** Households that one call recognises, all or none of them, so that the caller can tell how far it is. */
const ONE_CALL = 500;
/** Households of one statement. */
const AT_ONCE = 1_000;
const EXAMPLES = 5;

type Persons = Omit<RecogniseLinked, 'filter' | 'preview' | 'after'>;
type Recognisable = Extract<LinkedVerdict, { readonly safeguard: unknown }>;

/**
 * 按关联信息认定: recognises the next unrecognised households of a filter that exactly one archive or list entry says everything of.
 * A preview judges the whole set and writes nothing. Throws NotFound outside the scope, RuleBroken at a person or date that the form refuses.
 */
export async function recogniseLinked({
  filter,
  preview,
  after,
  ...persons
}: RecogniseLinked): Promise<RecogniseLinkedAnswer> {
  const regionCode = visibleRegion(filter.regionCode);
  if (regionCode === null || isBoundAbove(regionCode, filter)) throw new NotFound('您尚未设置行政区划，没有可认定的户');
  if (!preview) refusePersons(persons, await contextIn(regionCode));
  const { found, next } = await partOf({ ...filter, regionCode }, preview ? MOST : ONE_CALL, after);
  if (preview && next) throw new RuleBroken({}, `一次最多处理 ${MOST} 户，请缩小查询条件，例如按乡镇处理`);
  const ids = preview ? found : await lockUnrecognised(requestDb(), found);
  const verdicts = await judgeAll(ids);
  const fit = verdicts.filter((verdict): verdict is Recognisable => 'safeguard' in verdict);
  if (!preview) await recogniseAll(fit, persons);
  const ofKind = (kind: string) => fit.filter(({ safeguard }) => safeguard.kind === kind).length;
  return {
    matched: ids.length,
    recognisable: fit.length,
    byKind: { renovation: ofKind('renovation'), povertyRelocation: ofKind('povertyRelocation') },
    recognised: preview ? 0 : fit.length,
    next: next ? writeCursor(next) : null,
    leftOut: leftOut(verdicts),
  };
}

/** The next part of the set; `next` is its last household when more follow. */
async function partOf(filter: HouseholdFilter & { readonly regionCode: string }, size: number, after?: string) {
  if (filter.recognised === true || filter.departed === true) return { found: [], next: undefined };
  const from = after === undefined ? undefined : readCursor(after);
  const rows = await unrecognisedOfFilter(requestDb(), filter, reachOf(filter.regionCode), size + 1, from);
  const part = rows.slice(0, size);
  return { found: part.map(({ id }) => id), next: rows.length > size ? part.at(-1) : undefined };
}

/** The options of a county hold for all of its places: they are read once a county. */
async function judgeAll(ids: readonly number[]): Promise<LinkedVerdict[]> {
  const contexts = new Map<string, SafeguardContext>();
  const verdicts: LinkedVerdict[] = [];
  for (const some of parts(ids)) {
    for (const household of await linkedSources(requestDb(), some)) {
      const place = household.region_code;
      const context = contexts.get(place) ?? (await contextIn(place));
      contexts.set(place, context);
      verdicts.push(judgeLinked(household, context));
    }
  }
  return verdicts;
}

async function recogniseAll(fit: readonly Recognisable[], persons: Persons): Promise<void> {
  const row: AnswerablePersons = {
    entry_person: persons.entryPerson ?? '',
    entry_date: persons.entryDate ?? '',
    township_reviewer: persons.townshipReviewer ?? null,
    township_review_date: persons.townshipReviewDate ?? null,
    county_reviewer: persons.countyReviewer ?? null,
    county_review_date: persons.countyReviewDate ?? null,
    entered_by: requestActor().id,
  };
  for (const some of parts(fit)) {
    await insertLinkedSafeguards(
      requestDb(),
      some.map(({ safeguard }) => safeguard),
      row,
    );
  }
  if (persons.townshipReviewer && persons.townshipReviewDate) await approveAllOnPaper(fit);
}

/** A typed township date counts as the township's approval where the configuration says so, township by township. */
async function approveAllOnPaper(fit: readonly Recognisable[]): Promise<void> {
  const byTownship = new Map<string, number[]>();
  for (const { household } of fit) {
    const township = household.region_code.slice(0, 9);
    byTownship.set(township, [...(byTownship.get(township) ?? []), household.id]);
  }
  for (const [township, ids] of byTownship) {
    if (await paperCounts(township)) await writePaperApprovals(requestDb(), ids);
  }
}

/** The persons and dates are judged once, by the rules of the form that every kind shares. */
function refusePersons(persons: Persons, context: SafeguardContext): void {
  const given: SafeguardInput = {
    version: 0,
    kind: 'otherMeans',
    ...persons,
    entryPerson: persons.entryPerson ?? '',
    entryDate: persons.entryDate ?? '',
  };
  const common = new Set(context.forms.common.map(({ name }) => name));
  const messages = Object.entries(checkSafeguard(given, context)).filter(([field]) => common.has(field));
  if (messages.length > 0) throw new RuleBroken(Object.fromEntries(messages));
}

async function contextIn(regionCode: string): Promise<SafeguardContext> {
  const configuration = await configurationInForce();
  return {
    today: registerToday(),
    options: optionsInRegion(configuration, regionCode),
    forms: configuration.form,
  };
}

function leftOut(verdicts: readonly LinkedVerdict[]): RecogniseLinkedAnswer['leftOut'] {
  return LEFT_OUT_REASONS.flatMap((reason) => {
    const households = verdicts.flatMap((verdict) =>
      'reason' in verdict && verdict.reason === reason ? [verdict] : [],
    );
    if (households.length === 0) return [];
    const examples = households.slice(0, EXAMPLES).map(({ household, detail }) => ({
      householdId: household.id,
      headName: household.head_name,
      regionName: household.region_name,
      detail,
    }));
    return [{ reason, message: LEFT_OUT_LABELS[reason], count: households.length, examples }];
  });
}

function parts<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_none, index) =>
    items.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
}
