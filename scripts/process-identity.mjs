import fs from 'node:fs';

/**
 * A process's lasting name: its id and, where /proc tells it, its start tick, since containers reuse small ids at once.
 * @param {number} pid
 */
export function identityOf(pid) {
  return `${pid}:${statFields(pid)?.[19] ?? ''}`;
}

/**
 * Whether the process of that identity still runs; a zombie does not.
 * @param {string} identity
 */
export function isAlive(identity) {
  const pid = Number.parseInt(identity, 10);
  if (!(pid > 0) || isZombie(pid)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return identityOf(pid) === identity;
}

/**
 * Whether the process has ended but nobody has reaped it, as happens in containers without an init.
 * @param {number} pid
 */
export function isZombie(pid) {
  return statFields(pid)?.[0] === 'Z';
}

/** The fields of /proc/<pid>/stat from the state on; the name before it may hold blanks. */
function statFields(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
