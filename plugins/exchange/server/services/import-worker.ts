import { fork } from 'node:child_process';
import path from 'node:path';
import { everySeconds, inScope, requestDb } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { abandonedImports, failLargeImport, nextImport, resumeImport } from '../queries/import-queue';

const SECONDS_BETWEEN = 1;
const MOST_ATTEMPTS = 2;
const WHOLE_NODE = '';
/** The heap of an import; its rows stream, but a workbook's shared texts are held (docs/decisions/0007). */
const HEAP_MIB = 768;
/** How Node ends when its heap is full: by SIGABRT, or with that signal's exit code. */
const ABORTED = 134;

/**
 * Starts the loop that takes up waiting imports, one at a time on the whole node; returns the stop, which ends a running
 * import: its transaction is rolled back, and the next start of any process says so and goes on.
 */
export function startImports(strapi: Core.Strapi): () => Promise<void> {
  const current: { end?: () => void } = {};
  const stop = everySeconds(
    SECONDS_BETWEEN,
    async () => {
      const id = await inScope(strapi, WHOLE_NODE, takeUpNext);
      if (id === undefined) return;
      const outgrown = await runProcess(id, current);
      if (outgrown) await inScope(strapi, WHOLE_NODE, () => failLargeImport(requestDb(), id));
    },
    (error) => strapi.log.error(`Imports could not be taken up: ${String(error)}`),
  );
  return async () => {
    current.end?.();
    await stop();
  };
}

async function takeUpNext(): Promise<number | undefined> {
  const db = requestDb();
  for (const id of await abandonedImports(db)) await resumeImport(db, id, MOST_ATTEMPTS);
  return nextImport(db);
}

/** Resolves with whether the process was ended by its own size. */
function runProcess(id: number, current: { end?: () => void }): Promise<boolean> {
  return new Promise((resolve) => {
    const child = fork(path.join(__dirname, '..', 'jobs', 'import-process.js'), [String(id)], {
      env: process.env,
      execArgv: [`--max-old-space-size=${HEAP_MIB}`],
    });
    current.end = () => child.kill('SIGKILL');
    const end = (outgrown: boolean) => {
      delete current.end;
      resolve(outgrown);
    };
    child.once('error', () => end(false));
    child.once('exit', (code, signal) => end(code === ABORTED || signal === 'SIGABRT'));
  });
}
