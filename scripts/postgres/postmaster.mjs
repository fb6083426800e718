import fs from 'node:fs';
import path from 'node:path';
import { isZombie } from '../process-identity.mjs';

const NO_PROCESS = 2 ** 31 - 2;

/**
 * What a data folder's postmaster.pid says, believed only as far as the process table agrees.
 * @param {string} data
 */
export function postmaster(data) {
  const file = path.join(data, 'postmaster.pid');
  const lines = () => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : []);
  const isRunning = () => isServerOf(data, Number.parseInt(lines()[0], 10));
  return {
    isRunning,
    port: () => Number(lines()[3]),
    /**
     * Keeps PostgreSQL from taking a zombie or a stranger with a reused id for its server. Only the id is overwritten:
     * the other lines are how PostgreSQL finds out that backends of the killed server are still at work.
     */
    forget() {
      const [, ...others] = lines();
      if (others.length > 0 && !isRunning()) fs.writeFileSync(file, [NO_PROCESS, ...others].join('\n'));
    },
  };
}

/** A server works inside its data folder, so an id that a stranger has since been given is not taken for it. */
function isServerOf(data, pid) {
  if (!(pid > 0) || isZombie(pid)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return fs.realpathSync(`/proc/${pid}/cwd`) === fs.realpathSync(data);
  } catch {
    return false;
  }
}
