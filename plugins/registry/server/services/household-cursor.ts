import { BadInput } from '@anju/kit';
import type { HouseholdCursor } from '../queries/household-rows';

/** A household's place in the list, as clients hand it back to read on. */
export function writeCursor({ regionCode, id }: HouseholdCursor): string {
  return Buffer.from(`${regionCode}:${id}`).toString('base64url');
}

/** The place a client's cursor names; throws BadInput when it is none of ours. */
export function readCursor(text: string): HouseholdCursor {
  const match = /^(\d{2,12}):(\d{1,9})$/.exec(Buffer.from(text, 'base64url').toString('utf8'));
  const [, regionCode, id] = match ?? [];
  if (regionCode === undefined || id === undefined) throw new BadInput({ after: '翻页标记不正确，请从第一页重新查询' });
  return { regionCode, id: Number(id) };
}
