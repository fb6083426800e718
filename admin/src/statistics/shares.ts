import { type SafeguardKind, STATISTICS_IDENTITIES, type StatisticsTableName, tableKind } from '@anju/domain';
import type { StatisticsCells } from '@anju/domain/contracts';
import { chart } from '../theme/tokens';

export interface Part {
  readonly key: string;
  /** Undefined is the hatch of what is not recognised yet, or not filled in. */
  readonly fill?: string;
  /** Shades of one hue, from full to faint. */
  readonly opacity?: number;
}

const HUES: Readonly<Record<SafeguardKind, string>> = {
  originalSafe: chart.original,
  renovation: chart.renovation,
  povertyRelocation: chart.povertyRelocation,
  otherRelocation: chart.otherRelocation,
  publicHousing: chart.publicHousing,
  otherMeans: chart.otherMeans,
};

const UNRECOGNISED: Part = { key: 'unrecognised' };

const WHOLE_TABLES: Partial<Record<StatisticsTableName, readonly Part[]>> = {
  T1: [...Object.entries(HUES).map(([key, fill]) => ({ key, fill })), UNRECOGNISED],
  T2: [{ key: 'recognised', fill: chart.renovation }, UNRECOGNISED],
  T3: [{ key: 'exited', fill: chart.original }, { key: 'notExited' }],
};

/** The parts that a table's whole consists of, in the order of the columns; T4–T9 in the hue of their kind's group. */
export function partsOf(table: StatisticsTableName): readonly Part[] {
  return WHOLE_TABLES[table] ?? splitParts(table);
}

/** The column that counts all households of a table. */
export function wholeKey(table: StatisticsTableName): string {
  return STATISTICS_IDENTITIES[table][0]?.whole ?? 'N';
}

function splitParts(table: StatisticsTableName): readonly Part[] {
  const kind = tableKind(table);
  const keys = STATISTICS_IDENTITIES[table][0]?.parts ?? [];
  return keys.map((key, index) => {
    if (kind === undefined || key.endsWith('none')) return { key };
    return { key, fill: groupHue(kind), opacity: 1 - (index / keys.length) * 0.85 };
  });
}

/** Shades need the darkest member of a group to start from. */
function groupHue(kind: SafeguardKind): string {
  if (kind === 'povertyRelocation' || kind === 'otherRelocation') return chart.renovation;
  return kind === 'otherMeans' ? chart.publicHousing : HUES[kind];
}

export interface Span extends Part {
  /** Where the part begins and how wide it is, in hundredths of the whole. */
  readonly from: number;
  readonly width: number;
}

/** Where each part lies on a bar of 100; empty where there is nothing to divide. */
export function spans(table: StatisticsTableName, cells: StatisticsCells): readonly Span[] {
  const whole = cells[wholeKey(table)] ?? 0;
  if (whole === 0) return [];
  let from = 0;
  return partsOf(table).flatMap((part) => {
    const width = ((cells[part.key] ?? 0) / whole) * 100;
    const span = { ...part, from, width };
    from += width;
    return width > 0 ? [span] : [];
  });
}
