import { everySeconds, inScope, loggedError, registerToday, requestDb } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { storedKeys } from '../queries/stored-keys';
import type { EvidenceStorage } from './evidence-storage';
import { sweepReceived } from './received-files';

const HOUR_SECONDS = 3600;
const BATCH = 500;
const WHOLE_NODE = '';

/** Every hour, sets aside files older than that which no piece of evidence names, and removes unfinished uploads; returns the stop. */
export function startSweeping(strapi: Core.Strapi, storage: EvidenceStorage): () => Promise<void> {
  return everySeconds(
    HOUR_SECONDS,
    async () => {
      const hourAgo = Date.now() - HOUR_SECONDS * 1000;
      await sweepReceived(hourAgo);
      await sweepOrphans(strapi, storage, hourAgo);
    },
    (error) => strapi.log.error('orphaned evidence was not swept', { stack: loggedError(error) }),
  );
}

/** Sets files aside that were written before `time` and that a failed save left behind; returns how many. Nothing is deleted. */
export async function sweepOrphans(strapi: Core.Strapi, storage: EvidenceStorage, time: number): Promise<number> {
  let moved = 0;
  let batch: string[] = [];
  const flush = async () => {
    moved += await setUnnamedAside(strapi, storage, batch);
    batch = [];
  };
  for await (const key of storage.keysBefore(time)) {
    batch.push(key);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return moved;
}

async function setUnnamedAside(
  strapi: Core.Strapi,
  storage: EvidenceStorage,
  keys: readonly string[],
): Promise<number> {
  if (keys.length === 0) return 0;
  const named = new Set(await inScope(strapi, WHOLE_NODE, () => storedKeys(requestDb(), keys)));
  const today = registerToday();
  const orphans = keys.filter((key) => !named.has(key));
  await Promise.all(orphans.map((key) => storage.setAside(key, today)));
  return orphans.length;
}
