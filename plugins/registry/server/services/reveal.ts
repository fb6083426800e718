import type { RevealAnswer, RevealRequest } from '@anju/domain/contracts';
import { NotFound, requestDb } from '@anju/kit';
import { valueInForce } from '../queries/value-in-force';
import { writeJournal } from '../queries/write-journal';

/** One value in full, for a person with the duty to see it; the journal keeps who asked for whose. */
export async function revealValue(householdId: number, { field, memberId }: RevealRequest): Promise<RevealAnswer> {
  const found = await valueInForce(requestDb(), householdId, memberId, field);
  if (!found) throw new NotFound();
  await writeJournal(requestDb(), {
    action: 'reveal',
    subjectTable: 'members',
    subjectId: found.member_id,
    regionCode: found.region_code,
    detail: { field, householdId },
  });
  return { field, memberId: found.member_id, value: found.value };
}
