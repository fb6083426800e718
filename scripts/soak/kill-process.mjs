import { setTimeout as pause } from 'node:timers/promises';
import { identityOf, isAlive } from '../process-identity.mjs';

/**
 * Kills a process with SIGKILL and waits until it is gone; one that ended by itself meanwhile is no error.
 * @param {number} pid
 */
export async function killProcess(pid) {
  const identity = identityOf(pid);
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
  while (isAlive(identity)) await pause(5);
}
