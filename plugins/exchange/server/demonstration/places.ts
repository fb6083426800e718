import { Random } from './random';

/** A region as the generator needs it. */
export interface DemonstrationRegion {
  readonly code: string;
  readonly name: string;
}

/** A village, or a township for households that are not settled on a village, with its number of households. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly households: number;
  /** How much more or less is recognised here than elsewhere, as a share. */
  readonly diligence: number;
}

const TOWNSHIP_LENGTH = 9;
const VILLAGE_LENGTH = 12;
/** A township row weighs this much beside about 80 for a village: a few households stay unplaced (未落实到下级). */
const TOWNSHIP_WEIGHT = 4;

/** Spreads a county's households over its villages and, a few, its townships; in order of their codes. */
export function placesOf(
  county: string,
  households: number,
  regions: readonly DemonstrationRegion[],
  seed: number,
): readonly Place[] {
  const random = new Random(seed, Number(county), 1);
  const candidates = regions
    .filter(({ code }) => code.startsWith(county) && [TOWNSHIP_LENGTH, VILLAGE_LENGTH].includes(code.length))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map((region) => ({
      region,
      weight: region.code.length === TOWNSHIP_LENGTH ? TOWNSHIP_WEIGHT : random.integer(30, 130),
      diligence: (random.next() - 0.5) * 0.5,
    }));
  if (candidates.length === 0) throw new RangeError(`County ${county} has no townships or villages`);
  const total = candidates.reduce((sum, { weight }) => sum + weight, 0);
  let weightSoFar = 0;
  let given = 0;
  return candidates.flatMap(({ region, weight, diligence }) => {
    weightSoFar += weight;
    const upToHere = Math.round((weightSoFar / total) * households);
    const share = upToHere - given;
    given = upToHere;
    return share > 0 ? [{ ...region, households: share, diligence }] : [];
  });
}

/** Which counties are filled and with how many households each. */
export type CountyShares = readonly { readonly county: string; readonly households: number }[];

const HOME_COUNTY = '520425';
const NEIGHBOUR_COUNTY = '520402';
const COUNTY_DEMONSTRATION = 20_000;
const SMALL_DEMONSTRATION = 50_000;

/**
 * The demonstration's counties. Without a number: 20,000 households in 520425 and some hundreds in each other county of
 * 5204. Up to 50,000: that many over 520425 and 520402. More: the whole province 52, by its counties' villages.
 */
export function countyShares(regions: readonly DemonstrationRegion[], households?: number): CountyShares {
  const counties = regions.filter(({ code }) => code.length === 6 && code.startsWith('52')).map(({ code }) => code);
  if (households === undefined) {
    return counties
      .filter((county) => county.startsWith('5204'))
      .map((county) => ({ county, households: county === HOME_COUNTY ? COUNTY_DEMONSTRATION : neighbourSize(county) }));
  }
  if (households <= SMALL_DEMONSTRATION) {
    const neighbour = Math.round(households * 0.4);
    return [
      { county: NEIGHBOUR_COUNTY, households: neighbour },
      { county: HOME_COUNTY, households: households - neighbour },
    ];
  }
  return provinceShares(counties, regions, households);
}

function neighbourSize(county: string): number {
  return 300 + (Number(county) % 7) * 50;
}

function provinceShares(
  counties: readonly string[],
  regions: readonly DemonstrationRegion[],
  households: number,
): CountyShares {
  const places = new Map<string, number>();
  for (const { code } of regions) {
    if (code.length < TOWNSHIP_LENGTH) continue;
    places.set(code.slice(0, 6), (places.get(code.slice(0, 6)) ?? 0) + 1);
  }
  const filled = counties.filter((county) => places.has(county));
  const total = filled.reduce((sum, county) => sum + (places.get(county) ?? 0), 0);
  let placesSoFar = 0;
  let given = 0;
  return filled.map((county) => {
    placesSoFar += places.get(county) ?? 0;
    const upToHere = Math.round((placesSoFar / total) * households);
    const share = upToHere - given;
    given = upToHere;
    return { county, households: share };
  });
}
