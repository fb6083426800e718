import { execFileSync, spawnSync } from 'node:child_process';

const NAME = 'postgres';

/**
 * The user PostgreSQL's programs run as: nobody special, except under root, which PostgreSQL refuses.
 * @returns {{ uid?: number, gid?: number }}
 */
export function databaseUser() {
  if (process.getuid?.() !== 0) return {};
  try {
    return systemUserIds();
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', NAME], { stdio: 'ignore' });
    return systemUserIds();
  }
}

/**
 * Whether that user can enter the folder or run the program.
 * @param {{ uid?: number, gid?: number }} user
 * @param {string} file
 */
export function canReach(user, file) {
  if (user.uid === undefined) return true;
  return spawnSync('/usr/bin/env', ['test', '-x', file], { ...user, cwd: '/' }).status === 0;
}

function systemUserIds() {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(execFileSync('id', [flag, NAME], { stdio: ['ignore', 'pipe', 'ignore'] })),
  );
  return { uid, gid };
}
