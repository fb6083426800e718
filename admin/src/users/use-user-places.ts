import { useCurrentUser } from '../auth/current-user';
import { usePlaceNames } from '../households/use-place-names';
import { useRegionName } from '../regions/use-regions';

interface Place {
  readonly regionCode: string;
  readonly regionName: string;
}

/** Names places as the signed-in person knows them: from below their own region on. */
export function useUserPlaces(places: readonly Place[]): (place: Place) => string {
  const root = useCurrentUser()?.regionCode ?? '';
  const rootName = useRegionName(root);
  const nameOf = usePlaceNames(places);
  return (place) => (place.regionCode === root ? (rootName ?? place.regionName) : nameOf(place));
}
