import type { WarningFilter, WarningRow } from '@anju/domain/contracts';
import { NotFound, requestDb, visibleRegion } from '@anju/kit';
import { warningCount, type WarningCursor, warningRows } from '../queries/warning-rows';
import { toWarningRow } from './warning-list';

const MOST_COUNTED = 10_000;

type SettledFilter = WarningFilter & { readonly regionCode: string };

/** The conditions as the signed-in person may ask them, and how many warnings they find; throws NotFound outside the scope. */
export async function settleWarnings(
  given: WarningFilter,
): Promise<{ readonly filter: SettledFilter; readonly total: number | undefined }> {
  const regionCode = visibleRegion(given.regionCode);
  if (regionCode === null) throw new NotFound('您尚未设置行政区划，没有可导出的预警');
  const filter = { ...given, regionCode };
  const counted = await warningCount(requestDb(), filter, MOST_COUNTED);
  return { filter, total: counted > MOST_COUNTED ? undefined : counted };
}

/** The next warnings of settled conditions in region order, on the current transaction; their numbers are masked anyway. */
export async function warningPage(
  filter: SettledFilter,
  { after, size }: { readonly after: WarningCursor | undefined; readonly size: number },
): Promise<readonly WarningRow[]> {
  const page = { sort: 'regionCode' as const, descending: false, limit: size, offset: 0, after };
  return (await warningRows(requestDb(), filter, page)).map(toWarningRow);
}
