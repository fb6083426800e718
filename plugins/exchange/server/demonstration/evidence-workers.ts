import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EvidenceTask } from './evidence-worker';
import type { EvidencePlan } from './rows';
import type { EvidenceRow } from './table-rows';

const MOST_WORKERS = 4;

/** Threads that draw evidence: drawing and handing over to sharp take 2 ms a picture, too much for one thread. */
export class EvidenceWorkers {
  readonly #workers = Array.from(
    { length: Math.min(availableParallelism(), MOST_WORKERS) },
    () => new Worker(join(__dirname, 'evidence-worker.js')),
  );

  constructor(readonly folder: string) {}

  /** Draws and stores the pictures of the plans; rows in the order of the plans. One batch at a time. */
  async store(plans: readonly EvidencePlan[]): Promise<readonly EvidenceRow[]> {
    const share = Math.ceil(plans.length / this.#workers.length);
    const parts = this.#workers.map((worker, index) =>
      rowsFrom(worker, { plans: plans.slice(index * share, (index + 1) * share), folder: this.folder }),
    );
    return (await Promise.all(parts)).flat();
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

/** Rejects with the thread's own error when it fails. */
async function rowsFrom(worker: Worker, task: EvidenceTask): Promise<readonly EvidenceRow[]> {
  const answer = once(worker, 'message');
  worker.postMessage(task);
  const [rows] = (await answer) as [readonly EvidenceRow[]]; // evidence-worker posts nothing else
  return rows;
}
