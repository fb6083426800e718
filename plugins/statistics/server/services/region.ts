import { isInRegion } from '@anju/domain';
import { NotFound, requestActor } from '@anju/kit';

/** The region a table is asked for, by default the signed-in person's own; throws NotFound outside theirs. */
export function askedRegion(region: string | undefined): string {
  const own = requestActor().regionCode;
  if (own === null) throw new NotFound('您尚未设置行政区划，暂无统计数据');
  if (region !== undefined && !isInRegion(region, own)) throw new NotFound();
  return region ?? own;
}
