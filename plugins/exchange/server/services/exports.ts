import { EXPORT_DUTIES, EXPORT_RESOURCE_LABELS, type ExportResource, MOST_RECOGNITIONS } from '@anju/domain';
import type { ExportJob, ExportRequest } from '@anju/domain/contracts';
import {
  hasDuty,
  NotAllowed,
  NotFound,
  type Page,
  registerToday,
  requestActor,
  requestDb,
  RuleBroken,
} from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { type Prefill, TOO_MANY_RECOGNITIONS } from '../exports/recognition-form';
import { type ExportJobRow, exportRows, insertExport, openExportCount, ownExport } from '../queries/export-jobs';
import { RESOURCES } from './export-resources';

const KEPT_HOURS = 72;
const MOST_AT_ONCE = 3;

/** Queues an export of what the conditions find in the signed-in person's region; numbers in full only with that duty. */
export async function requestExport(strapi: Core.Strapi, request: ExportRequest): Promise<ExportJob> {
  const { resource, format } = request;
  if (!hasDuty(EXPORT_DUTIES[resource])) throw new NotAllowed();
  const settled = await RESOURCES[resource].service(strapi).settle(conditionsOf(request));
  refuseTooMany(resource, settled.total);
  if ((await openExportCount(requestDb())) >= MOST_AT_ONCE) {
    const message = `您已有 ${MOST_AT_ONCE} 个导出正在进行，请等它们完成后再导出`;
    throw new RuleBroken({ resource: message }, message);
  }
  const { regionName } = requestActor();
  const id = await insertExport(requestDb(), {
    resource,
    filter: settled.filter,
    prefill: resource === 'recognition' ? prefill() : null,
    format,
    unmasked: hasDuty('revealIdentity'),
    rowsTotal: settled.total,
    fileName: `${EXPORT_RESOURCE_LABELS[resource]}-${regionName ?? ''}-${registerToday()}.${format}`,
    keptHours: KEPT_HOURS,
  });
  return toExportJob(await existingExport(id));
}

/** Only who is not recognised, and of whom nobody has explained that they are gone, can be recognised by a workbook. */
function conditionsOf({ resource, filter }: ExportRequest): object {
  return resource === 'recognition' ? { ...filter, recognised: false, departed: false } : filter;
}

function refuseTooMany(resource: ExportResource, total: number | undefined): void {
  if (resource !== 'recognition') return;
  if (total === 0) throw new RuleBroken({ filter: '没有待认定的户，无需导出认定信息表' });
  if (total === undefined || total > MOST_RECOGNITIONS) throw new RuleBroken({ filter: TOO_MANY_RECOGNITIONS });
}

/** As the form opens: who enters and when, and the reviewers of the account. */
function prefill(): Prefill {
  const { name, townshipReviewer, countyReviewer } = requestActor();
  return { entryPerson: name, entryDate: registerToday(), townshipReviewer, countyReviewer };
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
