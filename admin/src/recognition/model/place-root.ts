import { REGION_CODE_LENGTH } from '@anju/domain';

/** Where a household's place may be chosen: in its county by a county's clerk, in its township by a township's. */
export function placeRoot(clerkRegion: string, householdRegion: string): string {
  const { county, township } = REGION_CODE_LENGTH;
  return householdRegion.slice(0, clerkRegion.length >= township ? township : county);
}
