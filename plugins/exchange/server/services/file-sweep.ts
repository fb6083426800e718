import { everySeconds, inScope, requestDb } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { expireFiles, namedFiles } from '../queries/expire-files';
import { sweepChanges } from '../queries/sweep-changes';
import type { ExchangeFiles } from './exchange-files';

const SECONDS_BETWEEN = 600;
const HOUR_MS = 3_600_000;
/** A workbook or an export is written under its name before its row names it. */
const LONGEST_WRITING_MS = 6 * HOUR_MS;
const WHOLE_NODE = '';

/** Removes, every ten minutes, lists and exports whose time is over, and what broken work left behind; returns the stop. */
export function startFileSweep(strapi: Core.Strapi, files: ExchangeFiles): () => Promise<void> {
  return everySeconds(
    SECONDS_BETWEEN,
    () => sweepFiles(strapi, files, Date.now()),
    (error) => strapi.log.error(`Expired lists and exports were not removed: ${String(error)}`),
  );
}

/** One sweep as of `now`, in milliseconds since the epoch. The rows end first: a file that is left is found by the next sweep. */
export async function sweepFiles(strapi: Core.Strapi, files: ExchangeFiles, now: number): Promise<void> {
  await inScope(strapi, WHOLE_NODE, () => sweepChanges(requestDb()));
  const { keys } = await inScope(strapi, WHOLE_NODE, () => expireFiles(requestDb()));
  for (const key of keys) await files.remove(key);
  const old = await files.keysBefore(now - LONGEST_WRITING_MS);
  const named = await inScope(strapi, WHOLE_NODE, () => namedFiles(requestDb(), old));
  for (const key of old) if (!named.has(key)) await files.remove(key);
  await files.removeIncomingBefore(now - HOUR_MS);
}
