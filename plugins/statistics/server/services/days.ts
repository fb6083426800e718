import { everySeconds, isPreparing, loggedError } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { keepDay } from '../queries/keep-day';

const SECONDS_BETWEEN = 300;

let stop: (() => Promise<void>) | undefined;

/** Starts the background job that keeps the counts of the day, every five minutes; the preparing boot runs none. */
export function startDays(strapi: Core.Strapi): void {
  if (isPreparing()) return;
  const failed = (error: unknown) => {
    strapi.log.error('keeping the counts of the day failed', { stack: loggedError(error) });
  };
  stop = everySeconds(SECONDS_BETWEEN, () => keepDay(strapi.db.connection), failed);
}

/** Stops the job and waits for its work under way. */
export async function stopDays(): Promise<void> {
  await stop?.();
  stop = undefined;
}
