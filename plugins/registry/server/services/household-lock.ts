import { NotFound, requestDb, StaleVersion } from '@anju/kit';
import { type LockedHousehold, lockedHousehold } from '../queries/locked-household';
import { readHousehold } from './household-record';

/**
 * Locks a household for a save that was begun from `version`.
 * Throws NotFound outside the scope, StaleVersion with the current record when more than evidence has changed since.
 */
export async function lockHousehold(id: number, version: number): Promise<LockedHousehold> {
  const household = await lockedHousehold(requestDb(), id);
  if (!household) throw new NotFound();
  if (version < household.content_version || version > household.version)
    throw new StaleVersion(await readHousehold(id));
  return household;
}
