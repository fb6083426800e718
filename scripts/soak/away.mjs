import { setTimeout as pause } from 'node:timers/promises';

/** No answer of a node without its database may take longer. */
const LONGEST_MS = 25_000;

/**
 * The database goes away for some seconds and comes back: 503 in words meanwhile, then all well with the same process.
 * @param {Awaited<ReturnType<typeof import('./node.mjs').startNode>>} node
 */
export async function databaseAway(node, door, tally, seconds) {
  const served = node.appPid();
  await node.killDatabase();
  // What was under way may still be answered by a connection that was.
  await pause(500);
  let asked = 0;
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(500)) {
    const answers = await Promise.all(
      [
        ['sign-in', door.signIn()],
        ['the list', door.request('GET', '/registry/households?range=%5B0%2C24%5D')],
        ['a lookup', door.request('POST', '/registry/households/lookup', { idNumbers: ['690425199001010011'] })],
      ].map(async ([name, answer]) => refusedInWords(name, await answer, tally)),
    );
    if (await node.isHealthy()) tally.violated('/_health answers 204 without a database');
    asked += answers.length;
  }
  await node.reviveDatabase();
  await node.healthy();
  if (node.appPid() !== served || !node.appRuns()) tally.violated('the application did not outlive its database');
  return asked;
}

function refusedInWords(name, answer, tally) {
  if (answer.status === 503 && answer.code === 'databaseAway' && answer.ms < LONGEST_MS) return;
  tally.violated(`without a database ${name} answered ${JSON.stringify(answer)}`);
}
