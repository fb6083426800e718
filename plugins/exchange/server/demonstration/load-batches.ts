import { on } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LoadBatch } from './batch';
import type { BatchAnswer, BatchTask } from './batch-worker';
import type { DemonstrationExpected } from './expected';

/** Batches made ahead of the one that is being copied. */
const AHEAD = 3;
/** A batch dies young: room for a whole one spares the thread most of its garbage collection. */
const YOUNG_GENERATION_MB = 128;

/** Batches of households out of a thread of their own, so that PostgreSQL and the generator work at the same time. */
export class LoadBatches {
  readonly #worker: Worker;

  constructor(task: BatchTask) {
    this.#worker = new Worker(join(__dirname, 'batch-worker.js'), {
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
  }

  /** Hands each batch to `load` in order and answers what all of them hold; rejects with the thread's own error. */
  async each(load: (batch: LoadBatch) => Promise<void>): Promise<DemonstrationExpected> {
    for (let ahead = 0; ahead < AHEAD; ahead += 1) this.#worker.postMessage('next');
    for await (const [answer] of on(this.#worker, 'message', { close: ['exit'] }) as AsyncIterable<[BatchAnswer]>) {
      if ('expected' in answer) return answer.expected;
      this.#worker.postMessage('next');
      await load(answer.batch);
    }
    throw new Error('The thread of the demonstration ended without its last answer');
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
