import { everySeconds, inScope, requestDb } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { sweepDrafts } from '../queries/sweep-drafts';

const HOUR_SECONDS = 3600;
const WHOLE_NODE = '';

/** Deletes expired drafts every hour; returns the stop. */
export function startSweepingDrafts(strapi: Core.Strapi): () => Promise<void> {
  return everySeconds(
    HOUR_SECONDS,
    async () => {
      await sweepExpiredDrafts(strapi);
    },
    (error) => strapi.log.error(`Expired drafts were not swept: ${String(error)}`),
  );
}

/** Deletes the drafts whose time is over; answers how many. */
export function sweepExpiredDrafts(strapi: Core.Strapi): Promise<number> {
  return inScope(strapi, WHOLE_NODE, () => sweepDrafts(requestDb()));
}
