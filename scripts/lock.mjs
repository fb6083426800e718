import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identityOf, isAlive } from './process-identity.mjs';

const RETRY_MS = 100;

/**
 * Runs the work while holding the lock file; waits for a living holder, takes over from a dead one.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait = () => {}) {
  let waited = false;
  while (!take(file)) {
    if (!waited) onWait();
    waited = true;
    await pause(RETRY_MS);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** A hard link makes the lock appear together with its holder's identity, so no reader sees it empty. */
function take(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const own = `${file}.${process.pid}.${performance.now()}`;
  fs.writeFileSync(own, identityOf(process.pid));
  try {
    fs.linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    removeStale(file, `${own}.stale`);
    return false;
  } finally {
    fs.rmSync(own, { force: true });
  }
}

function removeStale(file, aside) {
  try {
    if (isAlive(fs.readFileSync(file, 'utf8'))) return;
    fs.renameSync(file, aside);
    // Between reading and renaming another process may have taken over: give its lock back.
    if (isAlive(fs.readFileSync(aside, 'utf8'))) fs.linkSync(aside, file);
    fs.rmSync(aside);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
}
