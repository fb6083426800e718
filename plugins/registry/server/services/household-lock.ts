import { NotFound, requestDb, StaleVersion } from '@anju/kit';
import { type LockedHousehold, lockedHousehold, lockedHouseholdWithNext } from '../queries/locked-household';
import { readHousehold } from './household-record';

/**
 * Locks a household for a save that was begun from `version`.
 * Throws NotFound outside the scope, StaleVersion with the current record when more than evidence has changed since.
 */
export async function lockHousehold(id: number, version: number): Promise<LockedHousehold> {
  return unchanged(await lockedHousehold(requestDb(), id), id, version);
}

/** The same, with what one statement reads after it, in one packet. */
export async function lockHouseholdAnd<T>(
  id: number,
  version: number,
  read: () => Promise<T>,
): Promise<readonly [LockedHousehold, T]> {
  const { checked } = await lockedHouseholdWithNext(requestDb(), id);
  const found = await read();
  return [await unchanged(await checked, id, version), found];
}

async function unchanged(
  household: LockedHousehold | undefined,
  id: number,
  version: number,
): Promise<LockedHousehold> {
  if (!household) throw new NotFound();
  if (version < household.content_version || version > household.version)
    throw new StaleVersion(await readHousehold(id));
  return household;
}
