import { everySeconds, isPreparing, loggedError } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { sealJournal } from '../queries/journal-seals';

const SECONDS_BETWEEN = 5;
const ENTRIES_A_SEAL = 5_000;
/** A statement ends after this many, so that none runs long. */
const SEALS_A_STATEMENT = 10;
/** After a bulk change one turn seals no more than this often, so that stopping the app never waits long. */
const STATEMENTS_A_TURN = 5;

let stop: (() => Promise<void>) | undefined;

/** Starts the background job that seals the journal; of several processes one does it at a time. The preparing boot runs none. */
export function startSealing(strapi: Core.Strapi): void {
  if (isPreparing()) return;
  const failed = (error: unknown) => {
    strapi.log.error('sealing of the journal failed', { stack: loggedError(error) });
  };
  stop = everySeconds(SECONDS_BETWEEN, () => seal(strapi), failed);
}

/** Stops the job and waits for a sealing that is under way. */
export async function stopSealing(): Promise<void> {
  await stop?.();
  stop = undefined;
}

/** The head in the log is an anchor outside the database: who rewrites the chain cannot rewrite the log as well. */
async function seal(strapi: Core.Strapi): Promise<void> {
  for (let turn = 0; turn < STATEMENTS_A_TURN; turn += 1) {
    const sealed = await sealJournal(strapi.db.connection, ENTRIES_A_SEAL, SEALS_A_STATEMENT);
    if (!sealed) return;
    const { seal: number, last_entry: lastEntry, entries, head } = sealed;
    strapi.log.info('journal sealed', {
      seal: Number(number),
      lastEntry: Number(lastEntry),
      entries: Number(entries),
      head,
    });
    if (!sealed.is_full) return;
  }
}
