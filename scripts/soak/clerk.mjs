import { setTimeout as pause } from 'node:timers/promises';
import { anAct } from './acts.mjs';
import { knownState, shows } from './household.mjs';

const RETRY_MS = 150;

/**
 * One clerk at work on households of their own until told to stop. What was acknowledged is taken for granted; after
 * an answer that was none, the record must show the state before or after, and after a refusal the state before.
 * @param {{ door: object, households: object[], random: object, photo: Buffer, tally: object, stopped: AbortSignal }} work
 */
export async function workAsClerk({ door, households, random, photo, tally, stopped }) {
  while (!stopped.aborted) {
    const household = random.pick(households);
    const act = anAct(household, random, photo, tally.nextNumber());
    const answer = await door.request(...act.request);
    if (answer.outcome === 'done') takeOver(household, act, answer, tally);
    else await settle(door, household, act, answer, tally);
  }
}

/** The household as the record door shows it now; waits for as long as nobody answers. */
export async function readRecord(door, id) {
  for (;;) {
    const answer = await door.request('GET', `/registry/households/${id}`);
    if (answer.outcome === 'done') return answer.body;
    await pause(RETRY_MS);
  }
}

function takeOver(household, act, { body, request, ms }, tally) {
  if (body.version <= household.version) tally.violated(`${act.name} of ${household.id} did not raise the version`);
  const { anyPhoto, ...state } = act.after;
  household.state = anyPhoto ? { ...state, photos: [...state.photos, body.id] } : state;
  household.version = body.version;
  tally.acknowledged({ name: act.name, request, ...act.journal }, ms);
}

async function settle(door, household, act, answer, tally) {
  tally.failed(answer);
  if (answer.outcome === 'refused' && answer.status !== 503)
    tally.violated(`${act.name} of ${household.id} was refused: ${answer.status} ${JSON.stringify(answer.body)}`);
  const record = await readRecord(door, household.id);
  const state = knownState(record);
  const isBefore = shows(state, household.state);
  const isAfter = shows(state, act.after);
  if (answer.outcome === 'refused' && !isBefore)
    tally.violated(
      `${act.name} of ${household.id} was refused with ${answer.code}, yet it shows ${JSON.stringify(state)}`,
    );
  else if (!isBefore && !isAfter)
    tally.violated(
      `${household.id} shows ${JSON.stringify(state)}, not ${JSON.stringify(household.state)} nor ${act.name}`,
    );
  if (record.version < household.version) tally.violated(`the version of ${household.id} went back`);
  if (isAfter && !isBefore) tally.settledAsDone();
  Object.assign(household, { state, version: record.version });
}
