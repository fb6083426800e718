import type { SafeguardInput } from '@anju/domain/contracts';
import { requestDb } from '@anju/kit';
import type { LockedHousehold } from '../queries/locked-household';
import { hasTownshipReviewer, type ReviewedSafeguard } from '../queries/review-state';
import { registerConfiguration } from './configuration';

/**
 * Whether a newly typed township reviewer and date count as the township's approval on paper, as the configuration says.
 * What stood there before the save approves nothing: the record may have been changed since it was signed.
 */
export async function approvesOnPaper(
  household: LockedHousehold,
  input: SafeguardInput,
  before: ReviewedSafeguard | null,
): Promise<boolean> {
  const { townshipReviewer, townshipReviewDate } = input;
  if (!townshipReviewer || !townshipReviewDate) return false;
  if (before?.township_reviewer === townshipReviewer && before.township_review_date === townshipReviewDate)
    return false;
  return paperCounts(household.region_code);
}

/** Whether a typed township reviewer and date approve in the township of a place. */
export async function paperCounts(regionCode: string): Promise<boolean> {
  const { paperTownship } = registerConfiguration();
  if (paperTownship !== 'whereNoReviewer') return paperTownship === 'always';
  return !(await hasTownshipReviewer(requestDb(), regionCode));
}
