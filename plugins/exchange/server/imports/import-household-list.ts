import { basename } from 'node:path';
import type { Client } from 'pg';
import { readHouseholdList } from '../lists/household-list';
import { ListRefused } from '../lists/list-refused';
import type { RowError } from '../lists/list-row';
import { RegionDirectory } from '../lists/region-directory';
import { compareStagedList } from '../queries/compare-staged-list';
import { judgeStagedList } from '../queries/judge-staged-list';
import { openImport } from '../queries/open-import';
import { recordImportBatch } from '../queries/record-import-batch';
import { regionsAround } from '../queries/regions-around';
import { stageList } from '../queries/stage-list';
import { type StagedListCounts, stagedListCounts } from '../queries/staged-list-counts';
import { stagedListErrors } from '../queries/staged-list-errors';
import { takeStagedList } from '../queries/take-staged-list';

export interface ImportHouseholdListOptions {
  /** Not inside a transaction; the owner, or the serving role. */
  readonly client: Client;
  readonly file: string;
  /** Rows outside this region are refused: '52' for the province's list. */
  readonly regionCode: string;
  /** `dryRun` counts and changes nothing. */
  readonly mode: 'dryRun' | 'commit';
  /** The name that the journal keeps, when it is not the file's own. */
  readonly fileName?: string;
}

export interface HouseholdListReport extends StagedListCounts {
  readonly fileName: string;
  /** The batch that was committed; null after a dry run, and when nothing could be taken. */
  readonly batchId: number | null;
  /** No household of the list can be taken: a commit writes nothing then, and flags no household as vanished. */
  readonly nothingAcceptable: boolean;
  /** The first of `errorCount` row errors. */
  readonly errors: readonly RowError[];
}

const ERRORS_SHOWN = 1000;

/**
 * Imports the Poverty Office's household list (one row a person): upsert by 户编号 and 人编号, all in one transaction.
 * Households with a wrong row are left out whole; corrections stay; what the list no longer names is flagged.
 * A list of which nothing can be taken changes nothing.
 * Throws ListRefused when the file cannot be read as such a list.
 */
export async function importHouseholdList(options: ImportHouseholdListOptions): Promise<HouseholdListReport> {
  const { client, regionCode } = options;
  const fileName = options.fileName ?? basename(options.file);
  await openImport(client, regionCode);
  try {
    const regions = await regionsAround(client, regionCode);
    if (regions.length === 0) throw new ListRefused(`没有行政区划 ${regionCode}，请先导入行政区划`);
    await stageList(client, readHouseholdList(options.file, new RegionDirectory(regions, regionCode)));
    await judgeStagedList(client);
    await compareStagedList(client);
    const counts = await stagedListCounts(client);
    const errors = await stagedListErrors(client, ERRORS_SHOWN);
    const { households } = counts;
    const nothingAcceptable = households.new + households.changed + households.unchanged === 0;
    if (options.mode === 'dryRun' || nothingAcceptable) {
      await client.query('rollback');
      return { ...counts, fileName, batchId: null, nothingAcceptable, errors };
    }
    const batchId = await recordImportBatch(client, { regionCode, fileName, counts });
    await takeStagedList(client, batchId);
    await client.query('commit');
    return { ...counts, fileName, batchId, nothingAcceptable, errors };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
