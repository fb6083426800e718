import { parentRegion, REGION_LEVELS, regionLevel, regionRange } from '@anju/domain';

/** Where a region's own cells, its children's cells and its deltas stand, for the bindings of a statement. */
export interface RegionBounds {
  readonly region: string;
  readonly lo: string;
  readonly hi: string;
  readonly level: number;
  readonly parent: string;
  readonly childLevel: number;
  readonly childLength: number;
}

const LONGER_THAN_ANY_CODE = 99;

/** Bindings of a region's statements. The nation has no cells of its own: it is the sum of the provinces'. */
export function regionBounds(region: string): RegionBounds {
  const level = regionLevel(region);
  if (level === undefined) throw new RangeError(`not a region code: ${region}`);
  return {
    region,
    ...regionRange(region),
    level: Math.max(level, 1),
    parent: parentRegion(region) ?? '',
    childLevel: level + 1,
    childLength: REGION_LEVELS[level + 1]?.length ?? LONGER_THAN_ANY_CODE,
  };
}
