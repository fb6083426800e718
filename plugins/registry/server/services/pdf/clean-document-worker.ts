import { parentPort, workerData } from 'node:worker_threads';
import { cleanDocument } from './clean-document';

/** The thread that reads one document: what it takes of time and memory, the requests beside it do not feel. */
async function work(bytes: Uint8Array): Promise<void> {
  parentPort?.postMessage(await cleanDocument(Buffer.from(bytes)));
}

// The parent is this product's own code (document.ts), which hands in the file's bytes.
void work(workerData as Uint8Array);
