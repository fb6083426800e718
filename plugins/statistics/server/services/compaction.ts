import { everySeconds, isPreparing, loggedError } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { foldDeltas } from '../queries/fold-deltas';

const SECONDS_BETWEEN = 2;
const DELTAS_AT_ONCE = 10_000;
/** After a bulk change one turn folds no more than this often, so that stopping the app never waits long. */
const FOLDS_A_TURN = 20;

let stop: (() => Promise<void>) | undefined;

/** Starts the background job that folds deltas into cells; the preparing boot runs none. */
export function startCompaction(strapi: Core.Strapi): void {
  if (isPreparing()) return;
  const failed = (error: unknown) => {
    strapi.log.error('folding of statistics deltas failed', { stack: loggedError(error) });
  };
  stop = everySeconds(SECONDS_BETWEEN, () => compact(strapi), failed);
}

/** Stops the job and waits for a folding that is under way. */
export async function stopCompaction(): Promise<void> {
  await stop?.();
  stop = undefined;
}

async function compact(strapi: Core.Strapi): Promise<void> {
  for (let turn = 0; turn < FOLDS_A_TURN; turn += 1) {
    if ((await foldDeltas(strapi.db.connection, DELTAS_AT_ONCE)) < DELTAS_AT_ONCE) return;
  }
}
