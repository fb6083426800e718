import { everySeconds, inTransaction, isPreparing, isSoonAfterHour } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { fullRunHour, isScanDue, scanWarnings } from '../queries/scan-warnings';

const SECONDS_BETWEEN = 600;
const HOURS_BETWEEN_SCANS = 20;

let stop: (() => Promise<void>) | undefined;

/** Runs every rule over the node once a day, at the hour that the configurators set: a birth date that lay in the future becomes right without anybody's save. */
export function startNightlyScan(strapi: Core.Strapi): void {
  if (isPreparing()) return;
  const failed = (error: unknown) => {
    strapi.log.error(`warnings: the nightly run failed: ${error instanceof Error ? error.message : String(error)}`);
  };
  stop = everySeconds(SECONDS_BETWEEN, () => scanAtNight(strapi, new Date()), failed);
}

/** Stops the job and waits for a run that is under way. */
export async function stopNightlyScan(): Promise<void> {
  await stop?.();
  stop = undefined;
}

async function scanAtNight(strapi: Core.Strapi, now: Date): Promise<void> {
  const due = await fullRunHour(strapi.db.connection);
  if (due === undefined || !isSoonAfterHour(now, due)) return;
  if (!(await isScanDue(strapi.db.connection, HOURS_BETWEEN_SCANS))) return;
  await inTransaction(strapi, (db) => scanWarnings(db));
}
