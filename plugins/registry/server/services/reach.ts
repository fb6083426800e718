const COUNTY_CODE_LENGTH = 6;

/** How far a search goes: inside one county every row may be looked at, beyond it only what an index finds. */
export function reachOf(regionCode: string): 'county' | 'wider' {
  return regionCode.length >= COUNTY_CODE_LENGTH ? 'county' : 'wider';
}
