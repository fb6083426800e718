import {
  explainIdNumberErrors,
  type IdNumberContext,
  judgeIdNumber,
  maskIdNumber,
  normaliseIdNumber,
} from '@anju/domain';
import type { ProposalAdopted, ProposalAdoption } from '@anju/domain/contracts';
import { NotFound, requestDb, visibleRegion } from '@anju/kit';
import { adoptNumbers, proposedPersons, type ProposedPerson } from '../queries/proposals';
import { writeJournal } from '../queries/write-journal';
import { idNumberContext } from './id-numbers';
import { readCursor, writeCursor } from './warning-cursor';

/** Persons that one call looks at, so that the caller can tell how far it is. */
const ONE_CALL = 1_000;
const MOST_SHOWN = 100;

/** Adopts the proposed numbers of the next part of the warnings that match, or shows what that would write. */
export async function adoptProposals({ filter, preview, after }: ProposalAdoption): Promise<ProposalAdopted> {
  const regionCode = visibleRegion(filter.regionCode);
  if (regionCode === null) throw new NotFound('您尚未设置行政区划，暂无预警');
  const cursor = after === undefined ? undefined : readCursor(after);
  const found = await proposedPersons(requestDb(), { ...filter, regionCode }, { after: cursor, limit: ONE_CALL + 1 });
  const persons = found.slice(0, ONE_CALL);
  const context = idNumberContext();
  const chosen = persons.flatMap((person) => proposalFor(person, context) ?? []);
  const adopted = preview ? chosen.length : await adopt(chosen, regionCode);
  const last = found.length > ONE_CALL ? persons.at(-1) : undefined;
  return {
    preview,
    adopted,
    reviewed: new Set(chosen.flatMap(({ person }) => (person.isReviewed ? person.householdId : []))).size,
    leftOut: persons.length - adopted,
    rows: preview ? chosen.slice(0, MOST_SHOWN).map(shown) : [],
    next: last ? writeCursor({ regionCode: last.regionCode, id: last.warningId }) : null,
  };
}

interface Chosen {
  readonly person: ProposedPerson;
  readonly number: string;
  readonly reason: string;
}

/** A number that stands for somebody else too is a person's to judge, not a rule's. */
function proposalFor(person: ProposedPerson, context: IdNumberContext): Chosen | undefined {
  if (person.isShared) return undefined;
  const verdict = judgeIdNumber(person.number, context);
  if (verdict.suggestion === null) return undefined;
  return { person, number: normaliseIdNumber(verdict.suggestion), reason: explainIdNumberErrors(verdict.errors) };
}

async function adopt(chosen: readonly Chosen[], regionCode: string): Promise<number> {
  if (chosen.length === 0) return 0;
  const corrections = chosen.map(({ person, number }) => ({
    memberId: person.memberId,
    before: person.number,
    number,
  }));
  const adopted = await adoptNumbers(requestDb(), corrections);
  await writeJournal(requestDb(), 'adoptProposals', regionCode, { adopted });
  return adopted;
}

function shown({ person, number, reason }: Chosen): ProposalAdopted['rows'][number] {
  const { householdId, personName, regionName } = person;
  const before = maskIdNumber(person.number ?? '');
  return { householdId, personName, regionName, before, after: maskIdNumber(number), reason };
}
