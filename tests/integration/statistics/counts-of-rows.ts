import type { ClientBase } from 'pg';

/** `code source metric` → [households, cents]; entries of zero are left out. */
type Counts = Record<string, readonly [number, number]>;

type SafeguardColumns = Readonly<Record<string, string | number | boolean | null>>;

interface BaseRow {
  readonly region_code: string;
  readonly source: string;
  readonly recognised: boolean;
  readonly departure_reason: string | null;
  readonly poverty_exited: boolean | null;
  readonly exit_year: number | null;
  readonly kind: string | null;
  readonly safeguard: SafeguardColumns | null;
}

const CODE_LENGTHS = [2, 4, 6, 9, 12];

/** Each kind's splits: the metric's prefix and the column that it counts by. */
const SPLITS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  originalSafe: [['originalSafe.result', 'appraisal_result']],
  renovation: [
    ['renovation.result', 'original_appraisal_result'],
    ['renovation.mode', 'renovation_mode'],
    ['renovation.construction', 'construction_mode'],
  ],
  otherRelocation: [['otherRelocation.type', 'relocation_type']],
  publicHousing: [['publicHousing.type', 'public_housing_type']],
  otherMeans: [['otherMeans.type', 'other_means_type']],
};

const TICKS = {
  accepted: 'renovation.accepted',
  archive_completed: 'renovation.completed',
  archive_incomplete: 'renovation.archiveIncomplete',
};

/** What the households and safeguards that this connection sees come to, counted here one by one at every level. */
async function countsOfRows(client: ClientBase): Promise<Counts> {
  const { rows } = await client.query<BaseRow>(`
    select h.region_code, h.source, h.recognised, h.departure_reason, h.poverty_exited, h.exit_year, s.kind,
      to_json(s.*) as safeguard
    from households h left join safeguards s on s.household_id = h.id`);
  const counts: Record<string, [number, number]> = {};
  for (const row of rows) {
    for (const [metric, yuan] of [...householdMetrics(row), ...safeguardMetrics(row)]) {
      for (const length of CODE_LENGTHS.filter((one) => one <= row.region_code.length)) {
        const sum = (counts[`${row.region_code.slice(0, length)} ${row.source} ${metric}`] ??= [0, 0]);
        sum[0] += 1;
        // Cents, so that floating point adds them exactly.
        sum[1] += Math.round(yuan * 100);
      }
    }
  }
  return counts;
}

/** What cells and deltas together keep, as this connection sees them in one statement. */
async function countsOfCells(client: ClientBase): Promise<Counts> {
  const { rows } = await client.query<{ key: string; n: string; amount: string }>(
    `select code || ' ' || source || ' ' || metric as key, sum(n) as n, sum(amount) as amount
     from (
       select code, source, metric, n, amount from anju.stat_cell
       union all
       select left(region_code, length), source, metric, n, amount
       from anju.stat_delta join unnest($1::int[]) length on length(region_code) >= length
     ) entry
     group by 1 having sum(n) <> 0 or sum(amount) <> 0`,
    [CODE_LENGTHS],
  );
  return Object.fromEntries(rows.map(({ key, n, amount }) => [key, [Number(n), Math.round(Number(amount) * 100)]]));
}

/** Where what the cells keep differs from what the rows come to, as this connection sees both. */
export async function differences(client: ClientBase): Promise<readonly string[]> {
  const [kept, counted] = [await countsOfCells(client), await countsOfRows(client)];
  const shown = (counts: Counts, key: string) => (counts[key] ?? [0, 0]).join(' / ');
  return [...new Set([...Object.keys(kept), ...Object.keys(counted)])]
    .filter((key) => shown(kept, key) !== shown(counted, key))
    .map((key) => `${key}: kept ${shown(kept, key)}, counted ${shown(counted, key)}`);
}

function householdMetrics(row: BaseRow): (readonly [string, number])[] {
  const metrics: (readonly [string, number])[] = [['N', 0]];
  if (row.departure_reason && row.kind === null) metrics.push(['departed', 0]);
  if (row.source === 'registry') {
    metrics.push([row.poverty_exited ? `exitYear:${row.exit_year ?? 'missing'}` : 'notExited', 0]);
  }
  return metrics;
}

function safeguardMetrics({ kind, safeguard }: BaseRow): (readonly [string, number])[] {
  if (kind === null || safeguard === null) return [];
  const splits = (SPLITS[kind] ?? []).map(([metric, column]): [string, number] => [
    `${metric}:${String(safeguard[column] ?? 'none')}`,
    0,
  ]);
  return [
    [`kind:${kind}`, 0],
    ...splits,
    ...(kind === 'renovation' ? archiveMetrics(safeguard) : []),
    ...(kind === 'povertyRelocation' ? [[`povertyRelocation.state:${relocationState(safeguard)}`, 0] as const] : []),
  ];
}

function archiveMetrics(safeguard: SafeguardColumns): (readonly [string, number])[] {
  const ticks = Object.entries(TICKS).filter(([column]) => safeguard[column] === true);
  const subsidy = safeguard['subsidy_total'];
  return [
    ...ticks.map(([, metric]) => [metric, 0] as const),
    ...(typeof subsidy === 'number' ? [['renovation.subsidyTotal', subsidy] as const] : []),
  ];
}

function relocationState(safeguard: SafeguardColumns): string {
  if (safeguard['move_in_date'] !== null) return 'movedIn';
  if (safeguard['completion_date'] !== null) return 'completed';
  if (safeguard['start_date'] !== null) return 'underConstruction';
  return safeguard['not_started'] === true ? 'notStarted' : 'none';
}
