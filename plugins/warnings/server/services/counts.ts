import type { WarningKind } from '@anju/domain';
import type { WarningCounts, WarningRegions } from '@anju/domain/contracts';
import { NotFound, requestDb, visibleRegion } from '@anju/kit';
import { warningCounts } from '../queries/warning-counts';
import { warningRegions } from '../queries/warning-regions';

/** The warnings of a region counted, by default of the signed-in person's own. */
export async function countWarnings(asked: string | undefined): Promise<WarningCounts> {
  const regionCode = regionOf(asked);
  return { regionCode, ...(await warningCounts(requestDb(), regionCode)) };
}

/** The warnings of each part of a region, with what is settled of them. */
export async function countByRegion(asked: string | undefined, kind: WarningKind | undefined): Promise<WarningRegions> {
  const regionCode = regionOf(asked);
  return { regionCode, ...(await warningRegions(requestDb(), regionCode, kind)) };
}

function regionOf(asked: string | undefined): string {
  const regionCode = visibleRegion(asked);
  if (regionCode === null) throw new NotFound('您尚未设置行政区划，暂无预警');
  return regionCode;
}
