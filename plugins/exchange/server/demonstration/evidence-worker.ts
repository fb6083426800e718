import { parentPort } from 'node:worker_threads';
import { storeEvidence } from './evidence-files';
import type { EvidencePlan } from './rows';

/** A share of the pictures of one batch. */
export interface EvidenceTask {
  readonly plans: readonly EvidencePlan[];
  readonly folder: string;
}

/** Thread of EvidenceWorkers: draws and stores each task's pictures and answers their rows; a failure ends the thread. */
parentPort?.on('message', (task: EvidenceTask) => {
  void answer(task);
});

async function answer({ plans, folder }: EvidenceTask): Promise<void> {
  parentPort?.postMessage(await storeEvidence(plans, folder));
}
