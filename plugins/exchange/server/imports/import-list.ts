import { basename } from 'node:path';
import type { ImportExample } from '@anju/domain/contracts';
import { retryingDeadlocks } from '@anju/kit';
import type { Client } from 'pg';
import type { SavedMapping } from '../lists/list-header';
import { ListRefused } from '../lists/list-refused';
import type { RowError } from '../lists/list-row';
import { RegionDirectory } from '../lists/region-directory';
import { openImport } from '../queries/open-import';
import { recordImportBatch } from '../queries/record-import-batch';
import { regionsAround } from '../queries/regions-around';
import { savedMapping } from '../queries/saved-mapping';
import { settleImport } from '../queries/settle-import';
import type { ListCounts } from '../queries/staged-list-counts';
import { stagedListErrors } from '../queries/staged-list-errors';
import { writeErrorWorkbook } from './error-workbook';
import { ImportProgress, type ImportWatch } from './import-progress';
import type { ListKind } from './list-kind';

export interface ImportListOptions {
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
  /** Where a dry run writes the refused rows, to be corrected; not written when there are none. */
  readonly errorWorkbook?: string;
  readonly watch?: ImportWatch;
}

export interface ListReport {
  readonly fileName: string;
  /** The batch that was committed; null after a dry run, and when nothing could be taken. */
  readonly batchId: number | null;
  /** Nothing of the list can be taken: a commit writes nothing then, and flags nothing as vanished. */
  readonly nothingAcceptable: boolean;
  /** The first of `errorCount` row errors. */
  readonly errors: readonly RowError[];
  readonly examples: readonly ImportExample[];
}

const ERRORS_SHOWN = 1000;

/** The job was cancelled while its list was being written; nothing is written. */
export class ImportCancelled extends Error {}

interface Work<Counts extends ListCounts> {
  readonly kind: ListKind<Counts>;
  readonly mapping: SavedMapping;
  readonly options: ImportListOptions;
  readonly progress: ImportProgress;
}

/**
 * Imports a list of one kind, all in one transaction. Wrong rows are left out; corrections that a person made stay; what the list no
 * longer names is flagged, except by a corrected workbook of errors, which names a part of the list only. A list of which nothing can
 * be taken changes nothing. Throws ListRefused when the file cannot be read as such a list.
 */
export async function importList<Counts extends ListCounts>(
  kind: ListKind<Counts>,
  options: ImportListOptions,
): Promise<Counts & ListReport> {
  return retryingDeadlocks(() => importOnce(kind, options));
}

async function importOnce<Counts extends ListCounts>(
  kind: ListKind<Counts>,
  options: ImportListOptions,
): Promise<Counts & ListReport> {
  const { client, regionCode } = options;
  options.watch?.progress?.('等待其他导入完成', 0);
  try {
    await openImport(client, regionCode, options.actor);
    const mapping = await savedMapping(client, kind.kind, regionCode);
    const header = (await kind.header(client)).mapped(mapping);
    const progress = new ImportProgress(options.mode, header, options.watch);
    const work = { kind, mapping, options, progress };
    await stage(work);
    const counts = await kind.counts(client);
    const nothingAcceptable = kind.acceptable(counts) === 0;
    const errors = await stagedListErrors(client, ERRORS_SHOWN);
    const examples = await kind.examples(client);
    const report = { ...counts, fileName: nameOf(options), batchId: null, nothingAcceptable, errors, examples };
    if (options.mode === 'dryRun' || nothingAcceptable) {
      if (options.errorWorkbook && counts.errorCount > 0) await saveErrors(work, options.errorWorkbook);
      await client.query('rollback');
      return report;
    }
    const batchId = await write(work, counts);
    await client.query('commit');
    return { ...report, batchId };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function stage<Counts extends ListCounts>({ kind, mapping, options, progress }: Work<Counts>): Promise<void> {
  const { client, file, regionCode } = options;
  const found = await regionsAround(client, regionCode);
  if (found.length === 0) throw new ListRefused(`没有行政区划 ${regionCode}，请先导入行政区划`);
  const regions = new RegionDirectory(found, regionCode);
  progress.enter('reading');
  await kind.stage({ client, file, mapping, regions, watch: progress.listWatch });
  progress.enter('judging');
  await kind.judge(client);
  progress.enter('comparing');
  await kind.compare(client, progress.isCorrection ? 'part' : 'whole');
}

async function saveErrors<Counts extends ListCounts>(
  { kind, options, progress }: Work<Counts>,
  target: string,
): Promise<void> {
  progress.enter('errors');
  await writeErrorWorkbook(kind, { ...options, header: progress.header }, target);
}

async function write<Counts extends ListCounts>(
  { kind, options, progress }: Work<Counts>,
  counts: Counts,
): Promise<number> {
  const { client, regionCode, jobId } = options;
  progress.enter('writing');
  const { counties } = kind;
  const batch = { kind: kind.kind, regionCode, fileName: nameOf(options), counts, counties, jobId };
  const batchId = await recordImportBatch(client, batch);
  await kind.take(client, batchId, (share) => progress.enter('writing', share));
  if (jobId !== undefined && !(await settleImport(client, jobId, { counts, counties }))) throw new ImportCancelled();
  return batchId;
}

function nameOf({ fileName, file }: ImportListOptions): string {
  return fileName ?? basename(file);
}
