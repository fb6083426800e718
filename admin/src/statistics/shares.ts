import type { StatisticsCells } from '@anju/domain/contracts';
import type { StatisticsTableName } from '@anju/domain';
import { chart } from '../theme/tokens';

export interface Part {
  readonly key: string;
  /** Undefined is the hatch of what is not recognised yet. */
  readonly fill?: string;
}

const HATCHED: Part = { key: 'unrecognised' };

/** The parts a household count consists of, in the order of the columns. */
export const PARTS: Readonly<Record<StatisticsTableName, readonly Part[]>> = {
  T1: [
    { key: 'originalSafe', fill: chart.original },
    { key: 'renovation', fill: chart.renovation },
    { key: 'povertyRelocation', fill: chart.povertyRelocation },
    { key: 'otherRelocation', fill: chart.otherRelocation },
    { key: 'publicHousing', fill: chart.publicHousing },
    { key: 'otherMeans', fill: chart.otherMeans },
    HATCHED,
  ],
  T2: [{ key: 'recognised', fill: chart.renovation }, HATCHED],
};

export interface Span extends Part {
  /** Where the part begins and how wide it is, in hundredths of the whole. */
  readonly from: number;
  readonly width: number;
}

/** Where each part lies on a bar of 100; empty where there is nothing to divide. */
export function spans(parts: readonly Part[], cells: StatisticsCells): readonly Span[] {
  const whole = cells['N'] ?? 0;
  if (whole === 0) return [];
  let from = 0;
  return parts.flatMap((part) => {
    const width = ((cells[part.key] ?? 0) / whole) * 100;
    const span = { ...part, from, width };
    from += width;
    return width > 0 ? [span] : [];
  });
}
