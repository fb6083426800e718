import { everySeconds, inScope, inSnapshot, isDiskFull, requestDb, type TableFile } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import type { ExportedRow, ExportSource } from '../exports/export-source';
import type { ExportJobRow } from '../queries/export-jobs';
import {
  endExport,
  failExport,
  holdExport,
  reportExport,
  resumeAbandonedExports,
  takeUpExport,
} from '../queries/export-run';
import type { ExchangeFiles } from './exchange-files';
import { RESOURCES } from './export-resources';

const SECONDS_BETWEEN = 1;
const ROWS_A_PAGE = 2000;
const MOST_ATTEMPTS = 2;
const WHOLE_NODE = '';

/** The application stops while an export is being written: it goes on at the next start. */
class Stopping extends Error {}

/** Starts the loop that writes waiting exports, one at a time; returns the stop, which leaves a running one for the next start. */
export function startExports(strapi: Core.Strapi, files: ExchangeFiles): () => Promise<void> {
  const state = { stopping: false };
  const stop = everySeconds(
    SECONDS_BETWEEN,
    async () => {
      const job = await inScope(strapi, WHOLE_NODE, async () => {
        await resumeAbandonedExports(requestDb(), MOST_ATTEMPTS);
        return takeUpExport(requestDb());
      });
      if (job) await new ExportRun(strapi, files, job, state).run();
    },
    (error) => strapi.log.error(`Exports could not be taken up: ${String(error)}`),
  );
  return async () => {
    state.stopping = true;
    await stop();
  };
}

/** One export: reads in the requester's region and rights, of one moment, and writes as it reads. */
class ExportRun {
  #rows = 0;

  constructor(
    readonly strapi: Core.Strapi,
    readonly files: ExchangeFiles,
    readonly job: ExportJobRow,
    readonly state: { readonly stopping: boolean },
  ) {}

  async run(): Promise<void> {
    const key = this.files.newKey(this.job.format);
    // Started outside the snapshot, which can write nothing: the progress has transactions of its own.
    const stopReports = everySeconds(
      1,
      () => this.#inRegion(() => reportExport(requestDb(), this.job, this.#rows)),
      () => undefined,
    );
    try {
      await inSnapshot(this.strapi, this.job.region_code, () => this.#write(key));
      await stopReports();
      await this.#end(key);
    } catch (error) {
      await stopReports();
      await this.files.remove(key);
      await this.#fail(error);
    }
  }

  #inRegion<T>(work: () => Promise<T>): Promise<T> {
    return inScope(this.strapi, this.job.region_code, work);
  }

  async #write(key: string): Promise<void> {
    await holdExport(requestDb(), this.job.id);
    const source = await RESOURCES[this.job.resource].open(this.strapi, this.job);
    const table = await source.open(this.files.place(key));
    try {
      await this.#writeRows(source, table);
      await table.close();
    } catch (error) {
      table.discard();
      throw error;
    }
  }

  /** The database reads the next page while this process writes the one before it. */
  async #writeRows(source: ExportSource, table: TableFile): Promise<void> {
    let rows = await source.next(undefined, ROWS_A_PAGE);
    while (rows.length === ROWS_A_PAGE) {
      [rows] = await Promise.all([source.next(rows.at(-1)?.place, ROWS_A_PAGE), this.#writePage(rows, table)]);
      if (this.state.stopping) throw new Stopping();
    }
    await this.#writePage(rows, table);
  }

  async #writePage(rows: readonly ExportedRow[], table: TableFile): Promise<void> {
    for (const { cells } of rows) await table.add(cells);
    this.#rows += rows.length;
  }

  async #end(storageKey: string): Promise<void> {
    const fileSize = (await this.files.size(storageKey)) ?? 0;
    const written = { rows: this.#rows, storageKey, fileSize };
    const ended = await this.#inRegion(() => endExport(requestDb(), this.job, written));
    if (!ended) await this.files.remove(storageKey);
  }

  async #fail(error: unknown): Promise<void> {
    if (error instanceof Stopping) {
      await this.#inRegion(() => failExport(requestDb(), this.job, { state: 'queued', message: null }));
      return;
    }
    const message = isDiskFull(error) ? '服务器存储空间已满，请联系系统管理员' : '导出时系统出错，请重试';
    await this.#inRegion(() => failExport(requestDb(), this.job, { state: 'failed', message }));
    throw error;
  }
}
