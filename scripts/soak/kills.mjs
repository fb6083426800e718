import { setTimeout as pause } from 'node:timers/promises';
import { killProcess } from './kill-process.mjs';
import { queryRows } from './owner.mjs';

const BACKENDS = `select pid, state <> 'idle' as busy from pg_stat_activity where application_name = 'anju'`;
const LONGEST_PAUSE_MS = 150;
const MOST_SAVES = 6;
/** So many of a hundred kills come while saves are flowing; the others at once, into what recovers from the last one. */
const INTO_WORK = 75;
const STILL_MS = 30_000;

/** Kinds of kills, with how often they come out of a hundred. */
const SHARES = [
  ['database', 50],
  ['backend', 22],
  ['application', 20],
  ['both', 8],
];

/**
 * Kills something at random with SIGKILL while saves are under way, and brings it back; answers what it was.
 * @param {Awaited<ReturnType<typeof import('./node.mjs').startNode>>} node
 */
export async function killOnce(node, random, tally) {
  if (random.below(100) < INTO_WORK) await savesUnderWay(random.below(MOST_SAVES) + 1, tally);
  await pause(random.below(LONGEST_PAUSE_MS));
  const kind = chosen(random.below(100));
  if (kind === 'backend') await killBackend(node, random);
  if (kind === 'database' || kind === 'both') await node.killDatabase();
  if (kind === 'application' || kind === 'both') await node.killApp();
  if (kind === 'database' || kind === 'both') await node.reviveDatabase();
  if (kind === 'application' || kind === 'both') node.startApp();
  await node.healthy();
  return kind;
}

/** So many saves acknowledged since the last kill: the next one falls into work. */
async function savesUnderWay(wanted, tally) {
  const target = tally.count() + wanted;
  for (const end = Date.now() + STILL_MS; tally.count() < target; await pause(5)) {
    if (Date.now() > end) throw new Error(`在 ${STILL_MS / 1000} 秒内没有等到保存成功`);
  }
}

function chosen(roll) {
  let rest = roll;
  return SHARES.find(([, share]) => (rest -= share) < 0)[0];
}

/** One connection's process: PostgreSQL ends all the others and recovers by itself. */
async function killBackend(node, random) {
  // As the serving role: nobody else sees what its connections are doing.
  const all = await queryRows(node.servingUrl(), BACKENDS);
  const busy = all.filter((backend) => backend.busy);
  const found = busy.length > 0 ? busy : all;
  if (found.length > 0) await killProcess(random.pick(found).pid);
}
