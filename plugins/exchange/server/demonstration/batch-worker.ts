import { parentPort, workerData } from 'node:worker_threads';
import { type LoadBatch, loadBatchOf } from './batch';
import { type DemonstrationExpected, ExpectedCounts } from './expected';
import { type DemonstrationInput, generateHouseholds } from './generate';
import type { HouseholdBundle } from './rows';

export interface BatchTask {
  readonly input: DemonstrationInput;
  readonly drawn: boolean;
  readonly size: number;
}

/** What the thread answers to each message: the next batch, or at the end what all of them hold. */
export type BatchAnswer = { readonly batch: LoadBatch } | { readonly expected: DemonstrationExpected };

/** Thread of LoadBatches: makes one batch a message. */
function serve({ input, drawn, size }: BatchTask): void {
  const counts = new ExpectedCounts();
  const households = generateHouseholds(input);
  parentPort?.on('message', () => {
    const bundles = take(households, size);
    for (const bundle of bundles) counts.add(bundle);
    if (bundles.length === 0) answer({ expected: counts.value() });
    else answer({ batch: loadBatchOf(bundles, drawn) });
  });
}

function answer(message: BatchAnswer): void {
  const texts = 'batch' in message ? message.batch.tables.map(({ text }) => text.buffer as ArrayBuffer) : []; // made by TextEncoder: never shared
  parentPort?.postMessage(message, texts);
}

function take(households: Generator<HouseholdBundle, void>, size: number): readonly HouseholdBundle[] {
  const bundles: HouseholdBundle[] = [];
  while (bundles.length < size) {
    const next = households.next();
    if (next.done) break;
    bundles.push(next.value);
  }
  return bundles;
}

serve(workerData as BatchTask); // LoadBatches gives nothing else
