import type { HouseholdFilter, NextAnswer, NextRequest } from '@anju/domain/contracts';
import { NotFound, requestDb, visibleRegion } from '@anju/kit';
import { householdCount } from '../queries/household-count';
import { householdPlace } from '../queries/household-place';
import { householdRowsById } from '../queries/household-rows';
import { nextHousehold } from '../queries/next-household';
import { toHouseholdRow } from './household-row';
import { reachOf } from './reach';

const NOTHING_LEFT: NextAnswer = { id: null, household: null, regionCode: null, regionName: null, leftInVillage: 0 };
const MOST_IN_A_VILLAGE = 100_000;

/** The next household to enter, in village order; behind the last one it begins again with those passed over. */
export async function findNextHousehold({ afterId, filter, skip = [] }: NextRequest): Promise<NextAnswer> {
  const regionCode = visibleRegion(filter?.regionCode);
  if (regionCode === null) return NOTHING_LEFT;
  const within = { ...filter, regionCode };
  const passed = afterId ? [...skip, afterId] : skip;
  const after = afterId ? await placeOf(afterId) : undefined;
  const find = (place: typeof after) => nextHousehold(requestDb(), within, reachOf(regionCode), place, passed);
  const next = (await find(after)) ?? (after && (await find(undefined)));
  const row = next && (await householdRowsById(requestDb(), [next.id]))[0];
  if (!row) return NOTHING_LEFT;
  const household = toHouseholdRow(row);
  return {
    id: household.id,
    household,
    regionCode: household.regionCode,
    regionName: household.regionName,
    leftInVillage: await leftInVillage(household.regionCode),
  };
}

async function placeOf(id: number) {
  const place = await householdPlace(requestDb(), id);
  if (!place) throw new NotFound();
  return place;
}

function leftInVillage(regionCode: string): Promise<number> {
  const unentered: HouseholdFilter = { regionCode, recognised: false, departed: false };
  return householdCount(requestDb(), unentered, 'county', MOST_IN_A_VILLAGE);
}
