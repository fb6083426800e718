/** What a household is made to show; disjoint by construction, `none` is the rule. */
export type Defect =
  | 'none'
  | 'missing'
  | 'disabilityCard'
  | 'legacy15'
  | 'checksum'
  | 'duplicate'
  | 'safeguardOverlap'
  | 'incomplete'
  | 'photoReuse'
  | 'evidenceMissing'
  | 'archiveNotOnList'
  | 'archiveOtherGroup';

/** How many households show each injected defect. Both households of an equal number or photo count. */
export type DefectCounts = Readonly<Record<Exclude<Defect, 'none'>, number>>;

export interface DefectPlan {
  readonly counts: DefectCounts;
  /** The defect of the household with this index (from 0), and its place within the defect: pairs are places 2k and 2k + 1. */
  defectOf(index: number): { readonly defect: Defect; readonly place: number };
}

/** Share of recognised households, and of the archives that households carry, that the defect shares refer to. */
export interface DefectBase {
  readonly households: number;
  readonly recognised: number;
  readonly archives: number;
}

/**
 * Assigns defects by a permutation of the household indexes, so that counts are exact and no household shows two,
 * without remembering anything per household. Shares of domain.md section 13; at least one of each.
 */
export function planDefects(base: DefectBase, seed: number): DefectPlan {
  const counts = defectCounts(base);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total > base.households) throw new RangeError(`${base.households} households are too few for ${total} defects`);
  const step = coprimeStep(base.households, seed);
  const offset = seed % base.households;
  const bounds = intervals(counts);
  return {
    counts,
    defectOf(index) {
      const rank = Number((BigInt(index) * BigInt(step) + BigInt(offset)) % BigInt(base.households));
      if (rank >= total) return { defect: 'none', place: rank };
      const found = bounds.find((bound) => rank < bound.end);
      return found ? { defect: found.defect, place: rank - found.start } : { defect: 'none', place: rank };
    },
  };
}

function defectCounts({ households, recognised, archives }: DefectBase): DefectCounts {
  const share = (of: number, percent: number) => Math.max(1, Math.round((of * percent) / 100));
  const pairs = (percent: number) => 2 * Math.max(1, Math.round((households * percent) / 200));
  return {
    missing: share(households, 0.2),
    disabilityCard: share(households, 0.4),
    legacy15: share(households, 0.1),
    checksum: share(households, 0.3),
    duplicate: pairs(0.1),
    safeguardOverlap: share(households, 0.8),
    incomplete: share(households, 1),
    photoReuse: pairs(0.1),
    evidenceMissing: share(recognised, 3),
    archiveNotOnList: share(archives, 0.3),
    archiveOtherGroup: share(archives, 0.5),
  };
}

interface Interval {
  readonly defect: Exclude<Defect, 'none'>;
  readonly start: number;
  readonly end: number;
}

function intervals(counts: DefectCounts): readonly Interval[] {
  const order: readonly Exclude<Defect, 'none'>[] = [
    'missing',
    'disabilityCard',
    'legacy15',
    'checksum',
    'duplicate',
    'safeguardOverlap',
    'incomplete',
    'photoReuse',
    'evidenceMissing',
    'archiveNotOnList',
    'archiveOtherGroup',
  ];
  let start = 0;
  return order.map((defect) => {
    const end = start + counts[defect];
    const interval = { defect, start, end };
    start = end;
    return interval;
  });
}

/** A step near the golden section that has no divisor in common with `size`: index × step walks over every rank once. */
function coprimeStep(size: number, seed: number): number {
  let step = Math.max(1, Math.floor(size * 0.618) + (seed % 7));
  while (greatestCommonDivisor(step, size) !== 1) step += 1;
  return step;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
