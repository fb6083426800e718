import { isInRegion } from '@anju/domain';
import { NotFound } from './errors';
import { requestActor } from './request';

/**
 * The part of a named region that the signed-in person can see: the region itself, or all of theirs when it lies inside.
 * Null when they have no region yet; throws NotFound when the two do not meet.
 */
export function visibleRegion(asked: string | undefined): string | null {
  const own = requestActor().regionCode;
  if (own === null || asked === undefined) return own;
  if (isInRegion(asked, own)) return asked;
  if (isInRegion(own, asked)) return own;
  throw new NotFound('没有这个行政区划，或不在您的行政区划内');
}
