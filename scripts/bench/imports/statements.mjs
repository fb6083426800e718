import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../../places.mjs';
import { superuserUrl } from '../lock-waits.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const { Client } = require('pg');

const MILLISECONDS_BETWEEN = 100;
const NAMED = 8;
const LONGEST_NAME = 140;

/** The statement under way in the longest transaction of the serving role. */
const UNDER_WAY = `
  select query from pg_stat_activity
  where usename = 'anju_app' and state = 'active' and xact_start is not null and backend_type = 'client backend' order by xact_start limit 1`;

/**
 * Does a work and answers for how many seconds which statement of its one long transaction was under way, the longest first. The commit is the
 * recheck of the warnings, which an import leaves for its end.
 */
export async function statementsDuring(database, work) {
  const watcher = new Client({ connectionString: superuserUrl(database) });
  await watcher.connect();
  const seconds = new Map();
  let goesOn = true;
  const watching = (async () => {
    for (let last = performance.now(); goesOn; await pause(MILLISECONDS_BETWEEN)) {
      const { rows } = await watcher.query(UNDER_WAY);
      const now = performance.now();
      const name =
        rows[0]?.query.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).toLowerCase() ?? 'between statements';
      seconds.set(name, (seconds.get(name) ?? 0) + (now - last) / 1000);
      last = now;
    }
  })();
  try {
    await work();
  } finally {
    goesOn = false;
    await watching;
    await watcher.end();
  }
  return {
    recheck: seconds.get('commit') ?? 0,
    longest: [...seconds].sort(([, one], [, other]) => other - one).slice(0, NAMED),
  };
}

/** Prints the statements that took a second and more. */
export function printStatements({ longest }) {
  for (const [name, seconds] of longest) if (seconds >= 1) console.log(`       ${seconds.toFixed(1)} s ${name}`);
}
