import { IMPORT_KIND_DUTIES, IMPORT_KINDS, type ImportKind } from '@anju/domain';
import type { ImportJob, ImportJobDetail, ImportMapping } from '@anju/domain/contracts';
import { hasDuty, NotAllowed, NotFound, type Page, requestActor, requestDb, RuleBroken } from '@anju/kit';
import { plainTitle } from '../lists/list-header';
import {
  committedTwin,
  importById,
  type ImportJobRow,
  importPage,
  importsAhead,
  openTwin,
} from '../queries/import-jobs';
import { cancelImport, insertImport, queueCommit, queueMapped, queueUndo } from '../queries/write-import';
import type { UploadedList } from './uploaded-list';

const KEPT_DAYS = 7;
const EXAMPLES_SHOWN = 20;

/** Queues an uploaded list for its dry run; the same file cannot be under way twice. */
export async function queueImport(kind: ImportKind, list: UploadedList): Promise<ImportJobDetail> {
  if (!mayImport(kind)) throw new NotAllowed();
  const regionCode = requestActor().regionCode;
  if (regionCode === null) throw new NotFound('您尚未设置行政区划，不能导入名单');
  const twin = await openTwin(requestDb(), { kind, regionCode, contentHash: list.contentHash });
  if (twin !== undefined) {
    const message = `这份文件已经上传过，正在处理中（第 ${twin} 号），请勿重复上传`;
    throw new RuleBroken({ file: message }, message);
  }
  return detailOf(await insertImport(requestDb(), { ...list, kind, regionCode, keptDays: KEPT_DAYS }));
}

/** The imports of the region that the signed-in person may do, newest first. */
export async function listImports(query: {
  readonly range?: readonly [number, number] | undefined;
  readonly sort?: readonly ['id', 'ASC' | 'DESC'] | undefined;
}): Promise<Page<ImportJob>> {
  const [from, to] = query.range ?? [0, 24];
  const direction = query.sort?.[1] === 'ASC' ? 'asc' : 'desc';
  const { rows, total } = await importPage(requestDb(), IMPORT_KINDS.filter(mayImport), {
    from,
    size: to - from + 1,
    direction,
  });
  return { rows: rows.map(toImportJob), from, total };
}

/** One import with how its file was understood and its first row errors; throws NotFound outside the scope. */
export async function detailOf(id: number): Promise<ImportJobDetail> {
  const row = await existingImport(id);
  const twin = await committedTwin(requestDb(), row);
  return {
    ...toImportJob(row),
    facts: row.facts,
    errors: (row.examples ?? []).slice(0, EXAMPLES_SHOWN),
    examples: row.effects ?? [],
    ahead: await importsAhead(requestDb(), id),
    sameFileAs: twin ? { id: twin.id, committedAt: twin.finished_at.toISOString() } : null,
  };
}

/** Queues a tried list for its commit; throws RuleBroken when there is nothing to commit. */
export async function commitImport(id: number): Promise<ImportJobDetail> {
  const { counts, state } = await existingImport(id);
  const taken = counts?.households ?? counts?.entries;
  if (state === 'checked' && taken && taken.new + taken.changed + taken.unchanged === 0) {
    throw refusal('名单中没有可导入的内容，请更正后重新上传');
  }
  if (!(await queueCommit(requestDb(), id))) throw refusal('这份名单现在不能提交：请等试算完成，或重新上传');
  return detailOf(id);
}

/** Tries a list anew by what its user says that its columns are; later lists of the region are read by it, too. */
export async function mapImport(id: number, { columns }: ImportMapping): Promise<ImportJobDetail> {
  const { facts } = await existingImport(id);
  const known = new Set(facts?.known?.map(({ column }) => column));
  const unknown = columns.find(({ column }) => column !== null && !known.has(column));
  if (unknown) throw new RuleBroken({ columns: `没有“${unknown.column}”这一列` });
  const repeated = columns.find(
    ({ column }, index) => column !== null && columns.findIndex((other) => other.column === column) !== index,
  );
  if (repeated) throw new RuleBroken({ columns: `“${repeated.title}”与另一列指定为同一列，请只保留一个` });
  const mapping = Object.fromEntries(columns.map(({ title, column }) => [plainTitle(title), column]));
  if (!(await queueMapped(requestDb(), id, mapping))) throw refusal('这份名单现在不能指定列，请重新上传');
  return detailOf(id);
}

/** Queues a committed import to be taken back; throws RuleBroken when its time is over. Whether somebody has built on it the job finds out. */
export async function undoCommitted(id: number): Promise<ImportJobDetail> {
  await existingImport(id);
  if (!(await queueUndo(requestDb(), id))) throw refusal('这次导入不能撤销：尚未写入、已撤销或已超过 30 天');
  return detailOf(id);
}

/** Gives up an import; throws RuleBroken when it has ended already. */
export async function giveUpImport(id: number): Promise<ImportJobDetail> {
  await existingImport(id);
  if (!(await cancelImport(requestDb(), id))) throw refusal('这份名单已处理完毕，不能取消');
  return detailOf(id);
}

/** Whether the signed-in person holds the duty that a kind asks for. */
function mayImport(kind: ImportKind): boolean {
  return hasDuty(IMPORT_KIND_DUTIES[kind]);
}

/** One import's row; throws NotFound outside the scope, and of a kind that is not the person's to import. */
export async function existingImport(id: number): Promise<ImportJobRow> {
  const row = await importById(requestDb(), id);
  if (!row || !mayImport(row.kind)) throw new NotFound('没有这次导入，或不在您的行政区划内');
  return row;
}

function refusal(message: string): RuleBroken {
  return new RuleBroken({ state: message }, message);
}

function toImportJob(row: ImportJobRow): ImportJob {
  const { counts } = row;
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    fileSize: row.file_size === null ? null : Number(row.file_size),
    regionCode: row.region_code,
    state: row.state,
    phase: row.phase,
    percent: row.percent,
    rows: counts?.rows ?? null,
    errorCount: counts?.errorCount ?? null,
    households: counts?.households ?? null,
    persons: counts?.persons ?? null,
    entries: counts?.entries ?? null,
    kept: counts?.kept ?? null,
    undoUntil: row.state === 'committed' ? (row.undo_until?.toISOString() ?? null) : null,
    message: row.message,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
    hasErrorWorkbook: row.errors_key !== null,
  };
}
