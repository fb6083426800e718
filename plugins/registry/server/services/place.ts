import { isInRegion } from '@anju/domain';
import { requestActor, requestDb, RuleBroken } from '@anju/kit';
import { isTownshipOrVillage } from '../queries/township-or-village';

/** Refuses a place for a household unless it is a township or village of the clerk's own region. */
export async function refusePlace(regionCode: string): Promise<void> {
  if (!isInRegion(regionCode, requestActor().regionCode ?? '-'))
    throw new RuleBroken({ regionCode: '所在地不在您的行政区划内' });
  if (!(await isTownshipOrVillage(requestDb(), regionCode)))
    throw new RuleBroken({ regionCode: '所在地应选择到乡镇或村' });
}
