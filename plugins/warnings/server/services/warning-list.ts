import { warningSentence } from '@anju/domain';
import { storedWarningRow, type WarningFilter, type WarningRow } from '@anju/domain/contracts';
import { BadInput, NotFound, type Page, requestDb, visibleRegion } from '@anju/kit';
import { type StoredRow, warningCount, type WarningPage, warningRow, warningRows } from '../queries/warning-rows';
import { readCursor, writeCursor } from './warning-cursor';

const DEFAULT_SIZE = 25;
const MOST_COUNTED = 10_000;

/** A list request as its contract parses it. */
export interface WarningListQuery {
  readonly filter?: WarningFilter | undefined;
  readonly range?: readonly [number, number] | undefined;
  readonly sort?: readonly [WarningPage['sort'], 'ASC' | 'DESC'] | undefined;
  readonly after?: string | undefined;
}

/** One page of the warnings in the signed-in person's region that match the conditions. */
export async function listWarnings(query: WarningListQuery): Promise<Page<WarningRow>> {
  const [from, to] = query.range ?? [0, DEFAULT_SIZE - 1];
  const regionCode = visibleRegion(query.filter?.regionCode);
  if (regionCode === null) return { rows: [], from, total: 0 };
  const filter = { ...query.filter, regionCode };
  const size = to - from + 1;
  const [sort, direction] = query.sort ?? ['regionCode', 'ASC'];
  if (sort === 'openedAt' && query.after !== undefined) throw new BadInput({ after: '按时间排序时不能用翻页标记' });
  const after = query.after === undefined ? undefined : readCursor(query.after);
  const found = await warningRows(requestDb(), filter, {
    sort,
    descending: direction === 'DESC',
    limit: size + 1,
    offset: after ? 0 : from,
    after,
  });
  const counted = await warningCount(requestDb(), filter, MOST_COUNTED);
  const rows = found.slice(0, size).map(toWarningRow);
  const last = found.length > size && sort !== 'openedAt' ? rows.at(-1) : undefined;
  return {
    rows,
    from,
    total: Math.min(counted, MOST_COUNTED),
    bounded: counted > MOST_COUNTED,
    ...(last ? { nextCursor: writeCursor(last) } : {}),
  };
}

/** One warning; throws NotFound outside the scope. */
export async function readWarning(id: number): Promise<WarningRow> {
  const stored = await warningRow(requestDb(), id);
  if (!stored) throw new NotFound('没有找到这条预警，或不在您的行政区划内');
  return toWarningRow(stored);
}

/** A warning with its sentence. */
export function toWarningRow({ row }: StoredRow): WarningRow {
  const warning = storedWarningRow.parse(row);
  return { ...warning, message: warningSentence(warning) };
}
