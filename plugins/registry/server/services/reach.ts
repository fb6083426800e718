import type { HouseholdFilter } from '@anju/domain/contracts';

const COUNTY_CODE_LENGTH = 6;

/** How far a search goes: inside one county every row may be looked at, beyond it only what an index finds. */
export function reachOf(regionCode: string): 'county' | 'wider' {
  return regionCode.length >= COUNTY_CODE_LENGTH ? 'county' : 'wider';
}

/** Households bound to exactly a region above the reader's own are none of theirs. */
export function isBoundAbove(visible: string, filter: HouseholdFilter | undefined): boolean {
  return filter?.exactRegion === true && filter.regionCode !== undefined && filter.regionCode !== visible;
}
