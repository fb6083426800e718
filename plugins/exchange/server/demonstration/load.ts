import { join } from 'node:path';
import type { Client } from 'pg';
import { closeBulkLoad, hasHouseholds, openBulkLoad } from '../queries/bulk-load';
import { copyText } from '../queries/copy-rows';
import { nodeId } from '../queries/node-id';
import { provinceRegions } from '../queries/province-regions';
import { evidenceText, type LoadBatch, type TableText } from './batch';
import { EvidenceWorkers } from './evidence-workers';
import type { DemonstrationExpected } from './expected';
import { LoadBatches } from './load-batches';
import { countyShares } from './places';

export interface LoadDemonstrationOptions {
  /** Connected as the owner of the tables; not inside a transaction. */
  readonly client: Client;
  /** `ANJU_DATA_DIR`: pictures go below its folder `evidence/<node id>`. */
  readonly dataDir: string;
  /** Absent: the county demonstration. Up to 50,000: two counties. More: the province, and evidence without pictures. */
  readonly households?: number;
  readonly seed?: number;
  /** Told after each batch how many households are in. */
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
  const drawn = (options.households ?? 0) <= DRAWN_UP_TO;
  const folder = join(options.dataDir, 'evidence', await nodeId(client));
  const pictures = drawn ? new EvidenceWorkers(folder) : null;
  const batches = new LoadBatches({
    input: { regions, counties, seed: options.seed },
    drawn,
    size: BATCH_HOUSEHOLDS,
  });
  try {
    const obstacles = await openBulkLoad(client);
    let loaded = 0;
    const expected = await batches.each(async (batch) => {
      await loadBatch(client, batch, pictures);
      loaded += batch.households;
      options.onProgress?.(loaded);
    });
    await closeBulkLoad(client, obstacles);
    return { expected, seconds: Number(process.hrtime.bigint() - started) / 1e9 };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await Promise.all([batches.close(), pictures?.close()]);
  }
}

/** Pictures are drawn while the other tables are copied. */
async function loadBatch(client: Client, batch: LoadBatch, pictures: EvidenceWorkers | null): Promise<void> {
  const [evidence] = await Promise.all([pictures?.store(batch.plans), copyTables(client, batch.tables)]);
  if (evidence) await copyTables(client, [evidenceText(evidence)]);
}

async function copyTables(client: Client, tables: readonly TableText[]): Promise<void> {
  for (const { table, columns, text } of tables) await copyText(client, `public.${table}`, columns, [text]);
}
