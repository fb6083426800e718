import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { identityOf, isAlive } from '../process-identity.mjs';

/**
 * Who uses the server of a folder: one file a user, so that the last living one stops it, also after a kill -9.
 * @param {string} folder
 */
export function leases(folder) {
  const kept = path.join(folder, 'users');
  const own = `${identityOf(process.pid).replace(':', '-')}-${randomBytes(4).toString('hex')}`;
  const all = () => (fs.existsSync(kept) ? fs.readdirSync(kept) : []);
  return {
    take() {
      fs.mkdirSync(kept, { recursive: true });
      for (const name of all()) if (!isHeld(name)) fs.rmSync(path.join(kept, name), { force: true });
      fs.writeFileSync(path.join(kept, own), '');
    },
    release: () => fs.rmSync(path.join(kept, own), { force: true }),
    othersHold: () => all().some((name) => name !== own && isHeld(name)),
    /** True when it was used once and nobody alive uses it now. */
    areAbandoned: () => all().length > 0 && !all().some(isHeld),
  };
}

function isHeld(name) {
  const [pid, start] = name.split('-');
  return isAlive(`${pid}:${start}`);
}
