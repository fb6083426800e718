import { isInRegion } from '@anju/domain';
import { requestActor, requestDb, RuleBroken } from '@anju/kit';
import { placeInForce } from '../queries/place-in-force';

/**
 * The place of a household under its code of today: a form that was open while regions changed still sends the old one.
 * Refuses anything but a township or village of the clerk's own region.
 */
export async function settledPlace(regionCode: string): Promise<string> {
  const place = await placeInForce(requestDb(), regionCode);
  if (!isInRegion(place ?? regionCode, requestActor().regionCode ?? '-'))
    throw new RuleBroken({ regionCode: '所在地不在您的行政区划内' });
  if (place === undefined) throw new RuleBroken({ regionCode: '所在地应选择到乡镇或村' });
  return place;
}
