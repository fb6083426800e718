import { type ReviewComparison, reviewChange } from '@anju/domain/contracts';
import { hasDuty, NotFound, requestDb } from '@anju/kit';
import { changesSince, lastApproval } from '../queries/changes-since-approval';
import { fieldName } from '../queries/column-names';

/** What changed since the reviewer's own level approved the household last; nothing to compare before the first time. */
export async function compareWithApproval(householdId: number): Promise<ReviewComparison> {
  const since = await lastApproval(requestDb(), householdId, hasDuty('reviewCounty') ? 'county' : 'township');
  if (since === undefined) throw new NotFound();
  if (since === null) return { householdId, comparedWith: null, changes: [] };
  const changed = await changesSince(requestDb(), householdId, since);
  const changes = changed.map(({ subject_id: subjectId, field, ...rest }) =>
    reviewChange.parse({ ...rest, subjectId, field: fieldName(field) }),
  );
  return { householdId, comparedWith: since, changes };
}
