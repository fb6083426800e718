import type { ExportJob, ExportRequest, HouseholdFilter } from '@anju/domain/contracts';
import { hasDuty, NotFound, type Page, registerToday, requestActor, requestDb, RuleBroken, serviceOf } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { type ExportJobRow, exportRows, insertExport, openExportCount, ownExport } from '../queries/export-jobs';

const KEPT_HOURS = 72;
const MOST_AT_ONCE = 3;

/** What the register offers: a list's conditions as the signed-in person may ask them. */
interface ListService {
  settle(filter: HouseholdFilter): Promise<{
    readonly filter: HouseholdFilter & { readonly regionCode: string };
    readonly total: number | undefined;
  }>;
}

/** Queues an export of what the conditions find in the signed-in person's region; numbers in full only with that duty. */
export async function requestExport(strapi: Core.Strapi, { filter, format }: ExportRequest): Promise<ExportJob> {
  const settled = await serviceOf<ListService>(strapi, 'registry', 'lists').settle(filter);
  if ((await openExportCount(requestDb())) >= MOST_AT_ONCE) {
    const message = `您已有 ${MOST_AT_ONCE} 个导出正在进行，请等它们完成后再导出`;
    throw new RuleBroken({ resource: message }, message);
  }
  const { regionName } = requestActor();
  const id = await insertExport(requestDb(), {
    regionCode: settled.filter.regionCode,
    filter: settled.filter,
    format,
    unmasked: hasDuty('revealIdentity'),
    rowsTotal: settled.total,
    fileName: `住户名单-${regionName ?? ''}-${registerToday()}.${format}`,
    keptHours: KEPT_HOURS,
  });
  return toExportJob(await existingExport(id));
}

/** The signed-in person's own exports, newest first. */
export async function listExports(query: {
  readonly range?: readonly [number, number] | undefined;
  readonly sort?: readonly ['id', 'ASC' | 'DESC'] | undefined;
}): Promise<Page<ExportJob>> {
  const [from, to] = query.range ?? [0, 24];
  const direction = query.sort?.[1] === 'ASC' ? 'asc' : 'desc';
  const { rows, total } = await exportRows(requestDb(), { from, size: to - from + 1, direction });
  return { rows: rows.map(toExportJob), from, total };
}

/** One of the signed-in person's own exports; throws NotFound for anybody else's. */
export async function existingExport(id: number): Promise<ExportJobRow> {
  const row = await ownExport(requestDb(), id);
  if (!row) throw new NotFound('没有这次导出，或不是您的导出');
  return row;
}

/** An export as its doors answer it. */
export function toExportJob(row: ExportJobRow): ExportJob {
  return {
    id: row.id,
    resource: row.resource,
    format: row.format,
    state: row.state,
    unmasked: row.unmasked,
    rowsDone: row.rows_done,
    rowsTotal: row.rows_total,
    fileName: row.file_name,
    fileSize: row.file_size === null ? null : Number(row.file_size),
    message: row.message,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
  };
}
