/** How many digits the code of a region has. */
export const REGION_CODE_LENGTH = { nation: 0, province: 2, city: 4, county: 6, township: 9, village: 12 } as const;

/** The levels of the regions from the top. */
export const REGION_LEVELS = [
  { level: 0, name: 'nation', length: REGION_CODE_LENGTH.nation },
  { level: 1, name: 'province', length: REGION_CODE_LENGTH.province },
  { level: 2, name: 'city', length: REGION_CODE_LENGTH.city },
  { level: 3, name: 'county', length: REGION_CODE_LENGTH.county },
  { level: 4, name: 'township', length: REGION_CODE_LENGTH.township },
  { level: 5, name: 'village', length: REGION_CODE_LENGTH.village },
] as const;

export type RegionLevel = (typeof REGION_LEVELS)[number]['level'];
export type RegionLevelName = (typeof REGION_LEVELS)[number]['name'];

/** The level of a region code, or undefined when its form is wrong. The nation is the empty code. */
export function regionLevel(code: string): RegionLevel | undefined {
  if (!/^\d*$/.test(code)) return undefined;
  return REGION_LEVELS.find((entry) => entry.length === code.length)?.level;
}

/** Half-open range `[lo, hi)` of text codes inside a region: `5209` → `5210`; the nation and all-nines end at `'a'`. */
export function regionRange(code: string): { readonly lo: string; readonly hi: string } {
  const successor = code === '' || /^9+$/.test(code) ? 'a' : (BigInt(code) + 1n).toString().padStart(code.length, '0');
  return { lo: code, hi: successor };
}

/** Whether `inner` is `outer` or lies below it. */
export function isInRegion(inner: string, outer: string): boolean {
  return inner.startsWith(outer);
}

/** The code of the region above, or undefined for the nation. */
export function parentRegion(code: string): string | undefined {
  const level = regionLevel(code);
  if (level === undefined || level === 0) return undefined;
  return code.slice(0, REGION_LEVELS[level - 1]?.length);
}

/** Codes from the province down to the region itself. */
export function regionPath(code: string): readonly string[] {
  return REGION_LEVELS.filter((entry) => entry.length > 0 && entry.length <= code.length).map((entry) =>
    code.slice(0, entry.length),
  );
}
