import type { StatisticsScope, StatisticsTableName } from '@anju/domain';
import type { ClientBase } from 'pg';

/** A household with its safeguard, as the base tables hold them. */
interface BaseRow {
  readonly region_code: string;
  readonly source: string;
  readonly poverty_exited: boolean | null;
  readonly exit_year: number | null;
  readonly departure_reason: string | null;
  readonly kind: string | null;
  readonly appraisal_result: string | null;
  readonly original_appraisal_result: string | null;
  readonly renovation_mode: string | null;
  readonly construction_mode: string | null;
  readonly accepted: boolean | null;
  readonly archive_completed: boolean | null;
  readonly archive_incomplete: boolean | null;
  readonly subsidy_total: string | null;
  readonly start_date: string | null;
  readonly completion_date: string | null;
  readonly move_in_date: string | null;
  readonly not_started: boolean | null;
  readonly relocation_type: string | null;
  readonly public_housing_type: string | null;
  readonly other_means_type: string | null;
}

type Counted = (row: BaseRow) => boolean;

/** Everything that the tables count, read once. */
export async function baseRows(client: ClientBase): Promise<readonly BaseRow[]> {
  const { rows } = await client.query<BaseRow>(`
    select h.region_code, h.source, h.poverty_exited, h.exit_year, h.departure_reason, s.kind, s.appraisal_result,
      s.original_appraisal_result, s.renovation_mode, s.construction_mode, s.accepted, s.archive_completed,
      s.archive_incomplete, s.subsidy_total::text, s.start_date::text, s.completion_date::text, s.move_in_date::text,
      s.not_started, s.relocation_type, s.public_housing_type, s.other_means_type
    from households h left join safeguards s on s.household_id = h.id`);
  return rows;
}

/** The cells of a region or, exactly, of what is bound to it; household by household, without any of the product's sums. */
export function cellsOfRows(
  rows: readonly BaseRow[],
  table: StatisticsTableName,
  { region, scope, exactly = false }: { region: string; scope: StatisticsScope; exactly?: boolean },
): Readonly<Record<string, number | null>> {
  const here = rows.filter(
    (row) =>
      (exactly ? row.region_code === region : row.region_code.startsWith(region)) &&
      (scope === 'all' || row.source === scope),
  );
  const counts = Object.fromEntries(
    Object.entries(COLUMNS[table]).map(([key, counted]) => [key, here.filter(counted).length]),
  );
  if (table === 'T2') return { ...counts, ...shares(counts) };
  return table === 'T5' ? { ...counts, subsidyTotal: subsidies(here) } : counts;
}

function shares({ N = 0, recognised = 0, unrecognised = 0 }: Readonly<Record<string, number>>) {
  const share = (part: number) => (N === 0 ? null : Math.round((part / N) * 10_000) / 100);
  return { recognisedShare: share(recognised), unrecognisedShare: share(unrecognised) };
}

function subsidies(rows: readonly BaseRow[]): number {
  const cents = rows
    .filter(ofKind('renovation'))
    .reduce((sum, row) => sum + Math.round(Number(row.subsidy_total ?? 0) * 100), 0);
  return cents / 100;
}

function ofKind(...kinds: readonly string[]): Counted {
  return (row) => row.kind !== null && kinds.includes(row.kind);
}

function both(...all: readonly Counted[]): Counted {
  return (row) => all.every((one) => one(row));
}

/** A column for each named option, and one for whatever is none of them. */
function split(
  kind: string,
  field: keyof BaseRow,
  { named, rest, prefix = '' }: { named: readonly string[]; rest: string; prefix?: string },
): Record<string, Counted> {
  const isNamed: Counted = (row) => named.includes(String(row[field] ?? 'none'));
  return {
    ...Object.fromEntries(
      named.map((value): [string, Counted] => [
        `${prefix}${value}`,
        both(ofKind(kind), (row) => (row[field] ?? 'none') === value),
      ]),
    ),
    [`${prefix}${rest}`]: both(ofKind(kind), (row) => !isNamed(row)),
  };
}

const all: Counted = () => true;
const recognised: Counted = (row) => row.kind !== null;
const unrecognised: Counted = (row) => row.kind === null;
const exited: Counted = (row) => row.poverty_exited === true;
const YEARS = [2014, 2015, 2016, 2017, 2018, 2019, 2020];

const stage = (name: string): Counted =>
  both(ofKind('povertyRelocation'), (row) => {
    const reached = [
      row.move_in_date && 'movedIn',
      row.completion_date && 'completed',
      row.start_date && 'underConstruction',
    ];
    return (reached.find(Boolean) ?? (row.not_started ? 'notStarted' : 'none')) === name;
  });

const COLUMNS: Readonly<Record<StatisticsTableName, Readonly<Record<string, Counted>>>> = {
  T1: {
    N: all,
    originalSafe: ofKind('originalSafe'),
    safeAfterRenovation: ofKind('renovation', 'povertyRelocation', 'otherRelocation'),
    renovation: ofKind('renovation'),
    povertyRelocation: ofKind('povertyRelocation'),
    otherRelocation: ofKind('otherRelocation'),
    safeByProvision: ofKind('publicHousing', 'otherMeans'),
    publicHousing: ofKind('publicHousing'),
    otherMeans: ofKind('otherMeans'),
    unrecognised,
  },
  T2: { N: all, recognised, unrecognised },
  T3: {
    N: all,
    notExited: (row) => !exited(row),
    exited,
    ...Object.fromEntries(YEARS.map((year) => [`exit${year}`, both(exited, (row) => row.exit_year === year)])),
    exitYearMissing: both(exited, (row) => !YEARS.includes(row.exit_year ?? 0)),
  },
  T4: {
    total: ofKind('originalSafe'),
    ...split('originalSafe', 'appraisal_result', { named: ['gradeA', 'gradeB', 'assessedSafe'], rest: 'none' }),
  },
  T5: {
    total: ofKind('renovation'),
    ...split('renovation', 'original_appraisal_result', {
      named: ['gradeC', 'gradeD', 'assessedUnsafe'],
      rest: 'none',
      prefix: 'result.',
    }),
    ...split('renovation', 'renovation_mode', {
      named:
        `repairStrengthen rebuildOnSite newBuildScattered newBuildClustered houseExchange newBuildNoHouse none`.split(
          ' ',
        ),
      rest: 'other',
      prefix: 'mode.',
    }),
    ...split('renovation', 'construction_mode', {
      named: ['selfBuilt', 'unifiedBuilt'],
      rest: 'none',
      prefix: 'construction.',
    }),
    accepted: both(ofKind('renovation'), (row) => row.accepted === true),
    completed: both(ofKind('renovation'), (row) => row.archive_completed === true),
    archiveIncomplete: both(ofKind('renovation'), (row) => row.archive_incomplete === true),
  },
  T6: {
    total: ofKind('povertyRelocation'),
    notStarted: stage('notStarted'),
    underConstruction: stage('underConstruction'),
    completed: stage('completed'),
    movedIn: stage('movedIn'),
    none: stage('none'),
  },
  T7: {
    total: ofKind('otherRelocation'),
    ...split('otherRelocation', 'relocation_type', {
      named: ['ecologicalResettlement', 'reservoirResettlement', 'hazardRelocation'],
      rest: 'other',
    }),
  },
  T8: {
    total: ofKind('publicHousing'),
    ...split('publicHousing', 'public_housing_type', {
      named: ['collectiveRental', 'happinessCourtyard', 'elderlyHome', 'idlePublicHouse'],
      rest: 'other',
    }),
  },
  T9: {
    total: ofKind('otherMeans'),
    ...split('otherMeans', 'other_means_type', { named: ['withRelatives', 'renting', 'borrowing'], rest: 'other' }),
  },
};
