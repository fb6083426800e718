import { setTimeout as pause } from 'node:timers/promises';
import { appPid } from '../app-pid.mjs';
import { secondsOf } from '../figures.mjs';
import { ask } from '../requests.mjs';
import { signedIn } from '../signed-in.mjs';
import { memoryOf } from './memory.mjs';

/** More than half a million households of the province. */
const FILTER = { kind: ['originalSafe'] };
const BARRED_ROWS = 500_000;
/** Memory is flat when the second half of an export holds no more than the first did, but for what a collection of garbage leaves. */
const FLAT_MIB = 64;

/** A list of half a million households written to a file as the application does it, from the request to the finished file. */
export async function exportHouseholds({ url, verdict }) {
  for (const format of ['csv', 'xlsx']) {
    const headers = await signedIn(url, 'demo-province');
    let job;
    let seconds = 0;
    const memory = await memoryOf(appPid(), async () => {
      seconds = await secondsOf(async () => (job = await exported(url, headers, format)));
    });
    const also = `${job.rowsDone} rows in ${seconds.toFixed(1)} s, ${(job.fileSize / 1024 ** 2).toFixed(0)} MB`;
    verdict.say(`export of ${BARRED_ROWS} households, ${format}`, (seconds / job.rowsDone) * BARRED_ROWS, 's', {
      most: 60,
      also,
    });
    const { before, firstHalf, secondHalf } = memory;
    const held = `${before.toFixed(0)} MiB before, at most ${firstHalf.toFixed(0)} in its first half`;
    verdict.say(`export, ${format}: memory of Node at most in its second half`, secondHalf, 'MiB', {
      most: firstHalf + FLAT_MIB,
      also: held,
    });
  }
}

async function exported(url, headers, format) {
  const body = { resource: 'households', filter: FILTER, format };
  const { id } = await ask(undefined, url, { method: 'POST', path: '/api/exchange/exports', headers, body });
  for (;;) {
    await pause(250);
    const job = await ask(undefined, url, { path: `/api/exchange/exports/${id}`, headers });
    if (job.state === 'done') return job;
    if (job.state === 'failed') throw new Error(`export ${id}: ${job.message}`);
  }
}
