import { isDatabaseAway, isDiskFull } from '@anju/kit';
import type { Client } from 'pg';
import { importOfKind, type KindReport } from '../imports/import-kinds';
import { ImportCancelled } from '../imports/import-list';
import { undoImport } from '../imports/undo-import';
import { ColumnsUnknown } from '../lists/list-header';
import { ListRefused } from '../lists/list-refused';
import { HouseholdChanged } from '../queries/take-recognitions';
import { takeImport } from '../queries/import-lock';
import { beginImport, endCheck, failImport, type ImportRun } from '../queries/import-run';
import { jobConnection, seeRegion } from '../queries/job-connection';
import { nodeId } from '../queries/node-id';
import type { EntryCounts, StagedListCounts } from '../queries/staged-list-counts';
import { ExchangeFiles } from '../services/exchange-files';
import { ImportReporter } from './import-reporter';

const WHOLE_NODE = '';
const EXAMPLES = 100;
const NOTHING_ACCEPTABLE = '名单中没有可导入的内容，请下载错误表更正后重新上传';

/**
 * Does one waiting import: a dry run, or the commit. Two connections: one works in one transaction, the other holds the
 * lock that tells that somebody is at work, and writes the progress.
 */
export async function runImport(url: string, id: number): Promise<void> {
  const holder = await jobConnection(url, `anju import ${id} pid ${process.pid}`);
  try {
    await seeRegion(holder, WHOLE_NODE);
    if (!(await takeImport(holder, id))) return;
    const run = await beginImport(holder, id);
    if (!run) return;
    await seeRegion(holder, run.region_code);
    const worker = await jobConnection(url, `anju import ${id} work`);
    try {
      await work(holder, worker, run);
    } finally {
      await worker.end();
    }
  } finally {
    await holder.end();
  }
}

async function work(holder: Client, worker: Client, run: ImportRun): Promise<void> {
  const reporter = new ImportReporter(holder, run.id, () => process.exit(0));
  try {
    if (run.mode === 'undo') await takeBack({ worker, run, reporter });
    else await importOrCheck({ holder, worker, run, reporter, mode: run.mode });
  } catch (error) {
    await reporter.stop();
    if (error instanceof ImportCancelled) return;
    await failImport(holder, run.id, { message: reasonOf(error), state: stateAfter(error, run) });
    if (error instanceof HouseholdChanged) return;
    if (!(error instanceof ListRefused)) throw error;
    if (error.cause !== undefined) console.error(`Import ${run.id} was refused for`, error.cause);
  } finally {
    await reporter.stop();
  }
}

interface Work {
  readonly holder: Client;
  readonly worker: Client;
  readonly run: ImportRun;
  readonly reporter: ImportReporter;
  readonly mode: 'dryRun' | 'commit';
}

async function takeBack({ worker, run, reporter }: Pick<Work, 'worker' | 'run' | 'reporter'>): Promise<void> {
  await undoImport({
    client: worker,
    id: run.id,
    kind: run.kind,
    regionCode: run.region_code,
    fileName: run.file_name,
    onShare: (share) => reporter.progress('恢复导入前的内容', Math.floor(share * 100)),
    ...(run.actor === null ? {} : { actor: run.actor }),
  });
}

async function importOrCheck({ holder, worker, run, reporter, mode }: Work): Promise<void> {
  const files = new ExchangeFiles(await nodeId(holder));
  const { storage_key: key } = run;
  if (key === null || (await files.size(key)) === undefined)
    throw new ListRefused('上传的文件已不在服务器上，请重新上传');
  const errorsKey = files.newKey('xlsx');
  const report = await importOfKind(run.kind, {
    client: worker,
    file: files.place(key),
    fileName: run.file_name,
    regionCode: run.region_code,
    mode,
    jobId: run.id,
    errorWorkbook: files.place(errorsKey),
    watch: reporter,
    ...(run.actor === null ? {} : { actor: run.actor }),
  });
  await reporter.stop();
  if (mode === 'commit') {
    if (report.nothingAcceptable) throw new ListRefused(NOTHING_ACCEPTABLE);
    return;
  }
  await endCheck(holder, run.id, {
    counts: countsOf(report),
    examples: report.errors.slice(0, EXAMPLES),
    effects: report.examples,
    errorsKey: report.errorCount > 0 ? errorsKey : null,
    message: report.nothingAcceptable ? NOTHING_ACCEPTABLE : null,
  });
}

/** The counts alone, whatever the kind counts. */
function countsOf(report: KindReport): StagedListCounts | EntryCounts {
  const { rows, errorCount } = report;
  if ('entries' in report) return { rows, errorCount, entries: report.entries, kept: report.kept };
  return { rows, errorCount, households: report.households, persons: report.persons, promoted: report.promoted };
}

/** A list whose columns nobody knows waits for its user to name them; a commit that broke off may be asked for once more. */
function stateAfter(error: unknown, { mode }: ImportRun): 'unmapped' | 'failed' | 'checked' | 'committed' {
  if (mode === 'undo') return 'committed';
  if (error instanceof ColumnsUnknown) return mode === 'dryRun' ? 'unmapped' : 'failed';
  return mode === 'commit' && !(error instanceof ListRefused) ? 'checked' : 'failed';
}

/** Why it stopped, for the user; what they cannot mend is told without its details. */
function reasonOf(error: unknown): string {
  if (error instanceof ListRefused || error instanceof HouseholdChanged) return error.message;
  if (isDiskFull(error)) return '服务器存储空间已满，未写入任何数据，请联系系统管理员后重试';
  if (isDatabaseAway(error)) return '处理时数据库中断，未写入任何数据，请重试';
  return '处理时系统出错，未写入任何数据，请重试；如果仍然失败，请联系系统管理员';
}
