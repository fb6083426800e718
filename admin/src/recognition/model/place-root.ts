const [COUNTY_CODE_LENGTH, TOWNSHIP_CODE_LENGTH] = [6, 9];

/** Where a household's place may be chosen: in its county by a county's clerk, in its township by a township's. */
export function placeRoot(clerkRegion: string, householdRegion: string): string {
  const isOfTownship = clerkRegion.length >= TOWNSHIP_CODE_LENGTH;
  return householdRegion.slice(0, isOfTownship ? TOWNSHIP_CODE_LENGTH : COUNTY_CODE_LENGTH);
}
