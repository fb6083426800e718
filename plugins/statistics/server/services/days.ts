import { everySeconds, isPreparing, isSoonAfterHour, loggedError } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { keepDay } from '../queries/keep-day';
import { recountWhenDue } from '../queries/recounts';

const SECONDS_BETWEEN = 300;
/** The hour of the night's recount in China, as anju.recount_when_due has it. */
const RECOUNT_HOUR = 2;
const HOUR_MS = 3_600_000;

let triedAt = 0;
let stop: (() => Promise<void>) | undefined;

/** Starts the background job that keeps the counts of the day, every five minutes, and counts all anew every night; the preparing boot runs none. */
export function startDays(strapi: Core.Strapi): void {
  if (isPreparing()) return;
  const failed = (error: unknown) => {
    strapi.log.error('keeping the counts of the day failed', { stack: loggedError(error) });
  };
  stop = everySeconds(
    SECONDS_BETWEEN,
    async () => {
      await keepDay(strapi.db.connection);
      await recountAtNight(strapi, new Date());
    },
    failed,
  );
}

/** Stops the job and waits for its work under way. */
export async function stopDays(): Promise<void> {
  await stop?.();
  stop = undefined;
}

async function recountAtNight(strapi: Core.Strapi, now: Date): Promise<void> {
  if (!isTimeToRecount(now, triedAt)) return;
  triedAt = now.getTime();
  await recountWhenDue(strapi.db.connection);
}

/** Whether the node may be counted anew: at night, and an hour after the last try, so that one that fails is not made all night. */
export function isTimeToRecount(now: Date, tried: number): boolean {
  return isSoonAfterHour(now, RECOUNT_HOUR) && now.getTime() - tried >= HOUR_MS;
}
