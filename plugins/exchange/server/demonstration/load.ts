import { join } from 'node:path';
import type { Client } from 'pg';
import { closeBulkLoad, hasHouseholds, openBulkLoad } from '../queries/bulk-load';
import { copyRows } from '../queries/copy-rows';
import { nodeId } from '../queries/node-id';
import { provinceRegions } from '../queries/province-regions';
import { describeEvidence } from './evidence-files';
import { EvidenceWorkers } from './evidence-workers';
import { type DemonstrationExpected, ExpectedCounts } from './expected';
import { DEMONSTRATION_TODAY, generateHouseholds } from './generate';
import { countyShares } from './places';
import type { EvidencePlan, HouseholdBundle } from './rows';
import {
  EVIDENCE_ROWS,
  type EvidenceRow,
  HOUSEHOLD_ROWS,
  MEMBER_ROWS,
  RELOCATION_ENTRY_ROWS,
  RENOVATION_ROWS,
  SAFEGUARD_ROWS,
  type TableRows,
} from './table-rows';

export interface LoadDemonstrationOptions {
  /** Connected as the owner of the tables; not inside a transaction. */
  readonly client: Client;
  /** `ANJU_DATA_DIR`: pictures go below its folder `evidence/<node id>`. */
  readonly dataDir: string;
  /** Absent: the county demonstration. Up to 50,000: two counties. More: the province, and evidence without pictures. */
  readonly households?: number;
  readonly seed?: number;
  readonly onProgress?: (households: number) => void;
}

export interface DemonstrationLoaded {
  readonly expected: DemonstrationExpected;
  readonly seconds: number;
}

/** The register holds data already, or no regions yet: demonstration data may only fill an empty, prepared database. */
export class DemonstrationRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DemonstrationRefused';
  }
}

const PROVINCE = '52';
const BATCH_HOUSEHOLDS = 4000;
const DRAWN_UP_TO = 50_000;

/** Fills an empty register with demonstration data in one transaction, and counts what it holds. */
export async function loadDemonstration(options: LoadDemonstrationOptions): Promise<DemonstrationLoaded> {
  const started = process.hrtime.bigint();
  const { client } = options;
  if (await hasHouseholds(client)) throw new DemonstrationRefused('数据库中已有贫困户，不能装入演示数据');
  const regions = await provinceRegions(client, PROVINCE);
  if (regions.length === 0) throw new DemonstrationRefused('数据库中没有行政区划，请先导入行政区划');
  const counties = countyShares(regions, options.households);
  const bundles = generateHouseholds({ regions, counties, seed: options.seed });
  const folder = join(options.dataDir, 'evidence', await nodeId(client));
  const workers = (options.households ?? 0) <= DRAWN_UP_TO ? new EvidenceWorkers(folder) : null;
  const evidenceOf = workers ? (plans: readonly EvidencePlan[]) => workers.store(plans) : describeEvidence;
  await openBulkLoad(client);
  try {
    const expected = await loadBundles(options, bundles, evidenceOf);
    await closeBulkLoad(client);
    return { expected, seconds: Number(process.hrtime.bigint() - started) / 1e9 };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await workers?.close();
  }
}

type EvidenceOf = (plans: readonly EvidencePlan[]) => readonly EvidenceRow[] | Promise<readonly EvidenceRow[]>;

async function loadBundles(
  { client, onProgress }: LoadDemonstrationOptions,
  bundles: Iterable<HouseholdBundle>,
  evidenceOf: EvidenceOf,
): Promise<DemonstrationExpected> {
  const counts = new ExpectedCounts();
  let batch: HouseholdBundle[] = [];
  for (const bundle of bundles) {
    counts.add(bundle);
    batch.push(bundle);
    if (batch.length < BATCH_HOUSEHOLDS) continue;
    await loadBatch(client, batch, evidenceOf);
    onProgress?.(counts.value().households);
    batch = [];
  }
  await loadBatch(client, batch, evidenceOf);
  return counts.value();
}

/** Pictures are drawn while the other tables are copied. */
async function loadBatch(client: Client, batch: readonly HouseholdBundle[], evidenceOf: EvidenceOf): Promise<void> {
  const plans = batch.flatMap((bundle) => bundle.evidences);
  const [evidence] = await Promise.all([evidenceOf(plans), copyHouseholds(client, batch)]);
  await copyAll(client, EVIDENCE_ROWS, evidence);
}

async function copyHouseholds(client: Client, batch: readonly HouseholdBundle[]): Promise<void> {
  const of = <Row>(rows: (bundle: HouseholdBundle) => Row | readonly Row[]) => batch.flatMap(rows);
  await copyAll(
    client,
    HOUSEHOLD_ROWS,
    of((bundle) => bundle.household),
  );
  await copyAll(
    client,
    MEMBER_ROWS,
    of((bundle) => bundle.members),
  );
  await copyAll(
    client,
    RENOVATION_ROWS,
    of((bundle) => bundle.renovations),
  );
  await copyAll(
    client,
    RELOCATION_ENTRY_ROWS,
    of((bundle) => bundle.relocationEntry ?? []),
  );
  await copyAll(
    client,
    SAFEGUARD_ROWS,
    of((bundle) => bundle.safeguard ?? []),
  );
}

const WRITTEN_AT = `${DEMONSTRATION_TODAY}T08:00:00Z`;

function copyAll<Row extends { readonly id: number }>(
  client: Client,
  table: TableRows<Row>,
  rows: readonly Row[],
): Promise<void> {
  return copyRows(
    client,
    `public.${table.table}`,
    table.columns,
    rows.map((row) => table.values(row, WRITTEN_AT)),
  );
}
