import { Interrupted } from '../child-process.mjs';
import { databaseAway } from './away.mjs';
import { checkNode } from './checks.mjs';
import { readRecord, workAsClerk } from './clerk.mjs';
import { clerksDoor } from './door.mjs';
import { knownState } from './household.mjs';
import { killOnce } from './kills.mjs';
import { startNode } from './node.mjs';
import { aPhoto } from './photo.mjs';
import { randomFrom } from './random.mjs';
import { newTally } from './tally.mjs';

const CLERKS = 5;
const KILLS_A_ROUND = 50;

/**
 * Kills parts of a node while clerks save, checking all of it after every 50 kills; prints a summary line.
 * @param {{ kills: number, minutes: number, away: number, seed: number }} options
 * @returns {Promise<number>} the exit code: 1 when anything was lost, doubled, left over or unanswered
 */
export async function soak({ kills, minutes, away, seed }) {
  const started = Date.now();
  const deadline = started + minutes * 60_000;
  const tally = newTally();
  const random = randomFrom(seed);
  const killed = { database: 0, backend: 0, application: 0, both: 0 };
  const total = () => Object.values(killed).reduce((sum, count) => sum + count, 0);
  console.log(`soak: ${kills} 次 kill -9，最多 ${minutes} 分钟，--seed ${seed}`);
  const node = await startNode();
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => interrupted.abort());
  const isOver = () => interrupted.signal.aborted || Date.now() > deadline || tally.violations.length > 0;
  try {
    node.startApp();
    await node.healthy();
    const door = clerksDoor(node.address, tally.violated);
    const households = await householdsToWorkOn(door);
    const work = { door, random, tally, photo: await aPhoto() };
    if (away > 0) await whileClerksWork(work, households, () => databaseAway(node, door, tally, away));
    while (total() < kills && !isOver()) {
      const round = Math.min(KILLS_A_ROUND, kills - total());
      await whileClerksWork(work, households, async () => {
        for (let done = 0; done < round && !isOver(); done += 1) killed[await killOnce(node, random, tally)] += 1;
      });
      await checkNode(node, households, tally);
      console.log(summary({ killed, tally, seconds: (Date.now() - started) / 1000 }));
    }
    return tally.violations.length === 0 ? 0 : 1;
  } catch (error) {
    // A signal in the middle of a check says nothing of the node.
    if (error instanceof Interrupted) return error.exitCode;
    tally.violated(error.message);
    return 1;
  } finally {
    const keep = tally.violations.length > 0;
    await node.stop({ keep });
    if (keep) console.error(`共 ${tally.violations.length} 处不符，数据和日志保留在 ${node.folder}`);
  }
}

/** The clerk's first unrecognised households with their state, each the work of one clerk only. */
async function householdsToWorkOn(door) {
  const query = new URLSearchParams({ filter: '{"recognised":false}', range: '[0,59]' });
  const { body } = await door.request('GET', `/registry/households?${query}`);
  const households = [];
  for (const { id } of body) {
    const record = await readRecord(door, id);
    households.push({ id, version: record.version, state: knownState(record) });
  }
  return households;
}

async function whileClerksWork(work, households, job) {
  const stopped = new AbortController();
  const clerks = Array.from({ length: CLERKS }, (_, clerk) =>
    workAsClerk({
      ...work,
      households: households.filter((_household, index) => index % CLERKS === clerk),
      stopped: stopped.signal,
    }),
  );
  try {
    await job();
  } finally {
    stopped.abort();
  }
  await Promise.all(clerks);
}

function summary({ killed, tally, seconds }) {
  const { database, backend, application, both } = killed;
  const total = database + backend + application + both;
  const failures = Object.entries(tally.failures()).map(([name, count]) => `${name} ${count}`);
  return [
    `soak: ${total} kills (database ${database}, backend ${backend}, application ${application}, both ${both})`,
    `${tally.count()} saves acknowledged, ${failures.join(', ') || 'none'} not, ${tally.keptUnacknowledged()} of those kept`,
    `slowest save ${Math.round(tally.slowest.acknowledged)} ms, slowest refusal ${Math.round(tally.slowest.refused)} ms`,
    `${tally.violations.length} violations, ${Math.round(seconds)} s`,
  ].join('; ');
}
