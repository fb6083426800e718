import type { WarningCounts } from '@anju/domain/contracts';
import { NotFound, requestDb, visibleRegion } from '@anju/kit';
import { warningCounts } from '../queries/warning-counts';

/** The warnings of a region counted, by default of the signed-in person's own. */
export async function countWarnings(asked: string | undefined): Promise<WarningCounts> {
  const regionCode = visibleRegion(asked);
  if (regionCode === null) throw new NotFound('您尚未设置行政区划，暂无预警');
  return { regionCode, ...(await warningCounts(requestDb(), regionCode)) };
}
