import { SAFEGUARD_KINDS, type SafeguardKind } from '@anju/domain';
import type { DefectCounts } from './defects';
import type { HouseholdBundle } from './rows';

/** What a demonstration holds, counted while it was made: tests and statistics are compared with it. */
export interface DemonstrationExpected {
  readonly households: number;
  readonly members: number;
  readonly recognised: number;
  readonly departed: number;
  /** Households bound to a township only. */
  readonly unplaced: number;
  readonly kinds: Readonly<Record<SafeguardKind, number>>;
  readonly renovations: number;
  readonly relocationEntries: number;
  readonly evidences: number;
  readonly defects: DefectCounts;
}

const VILLAGE_LENGTH = 12;

/** Counts household bundles as they pass. */
export class ExpectedCounts {
  readonly #defects: Record<keyof DefectCounts, number>;
  readonly #kinds = Object.fromEntries(SAFEGUARD_KINDS.map((kind) => [kind, 0])) as Record<SafeguardKind, number>; // fromEntries forgets its keys
  readonly #sums = {
    households: 0,
    members: 0,
    recognised: 0,
    departed: 0,
    unplaced: 0,
    renovations: 0,
    relocationEntries: 0,
    evidences: 0,
  };

  constructor() {
    this.#defects = {
      missing: 0,
      disabilityCard: 0,
      legacy15: 0,
      checksum: 0,
      duplicate: 0,
      safeguardOverlap: 0,
      incomplete: 0,
      photoReuse: 0,
      evidenceMissing: 0,
      archiveNotOnList: 0,
      archiveOtherGroup: 0,
    };
  }

  add(bundle: HouseholdBundle): void {
    const { household, safeguard } = bundle;
    this.#sums.households += 1;
    this.#sums.members += bundle.members.length;
    this.#sums.recognised += household.recognised ? 1 : 0;
    this.#sums.departed += household.departureReason ? 1 : 0;
    this.#sums.unplaced += household.regionCode.length < VILLAGE_LENGTH ? 1 : 0;
    this.#sums.renovations += bundle.renovations.length;
    this.#sums.relocationEntries += bundle.relocationEntry ? 1 : 0;
    this.#sums.evidences += bundle.evidences.length;
    if (safeguard) this.#kinds[safeguard.kind] += 1;
    if (bundle.defect !== 'none') this.#defects[bundle.defect] += 1;
  }

  value(): DemonstrationExpected {
    return { ...this.#sums, kinds: { ...this.#kinds }, defects: { ...this.#defects } };
  }
}
