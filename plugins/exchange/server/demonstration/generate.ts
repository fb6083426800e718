import { type DefectPlan, planDefects } from './defects';
import { drawHousehold, type Running } from './household';
import { IdentityNumbers } from './identity-numbers';
import { type CountyShares, type DemonstrationRegion, type Place, placesOf } from './places';
import type { HouseholdBundle } from './rows';

export const DEMONSTRATION_TODAY = '2020-06-30';
const DEFAULT_SEED = 20_200_630;
const DEFAULT_RECOGNISED_SHARE = 0.67;
/** Share of households with an own archive, by the shares of the safeguard kinds: what the archive defects refer to. */
const ARCHIVE_SHARE = 0.32;

export interface DemonstrationInput {
  readonly regions: readonly DemonstrationRegion[];
  readonly counties: CountyShares;
  readonly seed?: number;
  readonly today?: string;
  readonly recognisedShare?: number;
}

/**
 * Demonstration households one by one, in order of region and id: the same input gives the same households.
 * Ids run from 1 for every table, so that a bundle's rows refer to each other. Nothing of a past household is kept
 * but the numbers of unfinished pairs.
 */
export function* generateHouseholds(input: DemonstrationInput): Generator<HouseholdBundle, void> {
  const seed = input.seed ?? DEFAULT_SEED;
  const today = input.today ?? DEMONSTRATION_TODAY;
  const recognisedShare = input.recognisedShare ?? DEFAULT_RECOGNISED_SHARE;
  const plan = demonstrationDefects(input.counties, recognisedShare, seed);
  const running = startRunning();
  let index = 0;
  for (const { county, households } of input.counties) {
    const identities = new IdentityNumbers(county);
    for (const place of placesOf(county, households, input.regions, seed)) {
      for (let number = 0; number < place.households; number += 1) {
        const { defect, place: placeInDefect } = plan.defectOf(index);
        index += 1;
        yield drawHousehold({
          seed,
          today,
          regionCode: place.code,
          recognisedShare: shareOf(place, recognisedShare),
          defect,
          place: placeInDefect,
          identities,
          running,
        });
      }
    }
  }
}

function demonstrationDefects(counties: CountyShares, recognisedShare: number, seed: number): DefectPlan {
  const households = counties.reduce((sum, county) => sum + county.households, 0);
  const base = {
    households,
    recognised: Math.round(households * recognisedShare),
    archives: Math.round(households * ARCHIVE_SHARE),
  };
  return planDefects(base, seed);
}

function shareOf(place: Place, recognisedShare: number): number {
  return Math.min(1, Math.max(0, recognisedShare + place.diligence));
}

function startRunning(): Running {
  return {
    next: { household: 1, member: 1, safeguard: 1, renovation: 1, relocationEntry: 1, evidence: 1 },
    duplicates: new Map(),
  };
}
