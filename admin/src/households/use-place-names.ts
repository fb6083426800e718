import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { HouseholdRow } from '@anju/domain/contracts';
import { regionPath } from '@anju/domain';
import { useCurrentUser } from '../auth/current-user';
import { shortName } from '../regions/short-name';
import { fetchRegions } from '../regions/use-regions';

type Place = Pick<HouseholdRow, 'regionCode' | 'regionName'>;

/** Names a row's place by its levels below the user's own region: 松山街道 教场社区. */
export function usePlaceNames(rows: readonly Place[]): (row: Place) => string {
  const root = useCurrentUser()?.regionCode ?? '';
  const codes = [...new Set(rows.flatMap((row) => levelsBelow(root, row.regionCode)))].sort();
  const { data } = useQuery({
    queryKey: ['regions', 'names', codes],
    queryFn: ({ signal }) => fetchRegions({ code: codes }, signal),
    enabled: codes.length > 0,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  const names = new Map(data?.map((region) => [region.code, shortName(region.name)]));
  return (row) => {
    const levels = levelsBelow(root, row.regionCode);
    if (levels.length === 0) return row.regionName;
    return levels
      .map((code) => names.get(code) ?? '')
      .join(' ')
      .trim();
  };
}

/** The levels of a place below the root, at most county, township and village. */
function levelsBelow(root: string, code: string): readonly string[] {
  return regionPath(code)
    .filter((level) => level.length > root.length)
    .slice(-3);
}
