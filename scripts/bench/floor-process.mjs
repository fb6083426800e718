import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('floor.mjs', import.meta.url));

/**
 * Starts the floor with its routes.
 * @param {{ databaseUrl: string, connections: number, routes: Record<string, readonly object[]> }} settings
 */
export async function startFloor(settings) {
  const token = randomBytes(16).toString('hex');
  const child = fork(PROGRAM, { stdio: 'inherit' });
  child.send({ ...settings, token });
  const [{ url }] = await once(child, 'message');
  return { url, pid: child.pid, headers: { authorization: `Bearer ${token}` }, stop: () => child.kill() };
}
