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
import { settleImport } from '../queries/settle-import';
import { stageList } from '../queries/stage-list';
import { type StagedListCounts, stagedListCounts } from '../queries/staged-list-counts';
import { stagedListErrors } from '../queries/staged-list-errors';
import { takeStagedList } from '../queries/take-staged-list';
import { writeErrorWorkbook } from './error-workbook';
import { ImportProgress, type ImportWatch } from './import-progress';

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
  /** The account in whose name the rows are written; nobody's for the command line. */
  readonly actor?: number;
  /** The job whose row becomes the batch; without one a batch is made. */
  readonly jobId?: number;
  /** Where a dry run writes the refused households, to be corrected; not written when there are none. */
  readonly errorWorkbook?: string;
  readonly watch?: ImportWatch;
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

/** The job was cancelled while its list was being written; nothing is written. */
export class ImportCancelled extends Error {}

/**
 * Imports the Poverty Office's household list (one row a person): upsert by 户编号 and 人编号, all in one transaction.
 * Households with a wrong row are left out whole; corrections stay; what the list no longer names is flagged, except by a
 * corrected workbook of errors, which names a part of the list only. A list of which nothing can be taken changes nothing.
 * Throws ListRefused when the file cannot be read as such a list.
 */
export async function importHouseholdList(options: ImportHouseholdListOptions): Promise<HouseholdListReport> {
  const { client, regionCode } = options;
  const progress = new ImportProgress(options.mode, options.watch);
  progress.enter('waiting');
  await openImport(client, regionCode, options.actor);
  try {
    await stage(options, progress);
    const counts = await stagedListCounts(client);
    const errors = await stagedListErrors(client, ERRORS_SHOWN);
    const { households } = counts;
    const nothingAcceptable = households.new + households.changed + households.unchanged === 0;
    const report = { ...counts, fileName: nameOf(options), batchId: null, nothingAcceptable, errors };
    if (options.mode === 'dryRun' || nothingAcceptable) {
      if (options.errorWorkbook && counts.errorCount > 0) await saveErrors(options, options.errorWorkbook, progress);
      await client.query('rollback');
      return report;
    }
    const batchId = await write(options, counts, progress);
    await client.query('commit');
    return { ...report, batchId };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function stage({ client, file, regionCode }: ImportHouseholdListOptions, progress: ImportProgress) {
  const regions = await regionsAround(client, regionCode);
  if (regions.length === 0) throw new ListRefused(`没有行政区划 ${regionCode}，请先导入行政区划`);
  progress.enter('reading');
  await stageList(client, readHouseholdList(file, new RegionDirectory(regions, regionCode), progress.listWatch));
  progress.enter('judging');
  await judgeStagedList(client);
  progress.enter('comparing');
  await compareStagedList(client, progress.isCorrection ? 'part' : 'whole');
}

async function saveErrors({ client, file }: ImportHouseholdListOptions, target: string, progress: ImportProgress) {
  progress.enter('errors');
  await writeErrorWorkbook(client, file, target);
}

async function write(
  options: ImportHouseholdListOptions,
  counts: StagedListCounts,
  progress: ImportProgress,
): Promise<number> {
  const { client, regionCode, jobId } = options;
  progress.enter('writing');
  const batchId = await recordImportBatch(client, { regionCode, fileName: nameOf(options), counts, jobId });
  await takeStagedList(client, batchId, (share) => progress.enter('writing', share));
  if (jobId !== undefined && !(await settleImport(client, jobId, counts))) throw new ImportCancelled();
  return batchId;
}

function nameOf({ fileName, file }: ImportHouseholdListOptions): string {
  return fileName ?? basename(file);
}
