import { LARGEST_USER_BATCH, LARGEST_USER_WORKBOOK, USER_WORKBOOK_COLUMNS } from '@anju/domain/contracts';
import { collectBytes, requestActor, requestDb, serviceOf, withReceivedFile, WorkbookWriter } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { townshipNames } from '../queries/township-names';
import type { ScopedContext } from './scope-hook';
import { grantableRoles } from './user-grant';
import { proposeUsers } from './user-ledger';

/** The exchange plugin's reader of lists. */
interface TableService {
  read(path: string, mostRows: number): Promise<readonly { readonly cells: readonly string[] }[]>;
}

const WORKBOOK = { missing: '请选择文件', largest: LARGEST_USER_WORKBOOK, tooLarge: '文件过大' };
const WIDTHS = [18, 12, 14, 18, 20, 16];
const HEADS_AND_NOTES = 5;
const PROPOSED_ROLE = 'townshipClerk';

/** Reads the upload before its request takes a database connection; the heads and what is no row of a person are left out. */
export async function receiveUserWorkbook(strapi: Core.Strapi, ctx: ScopedContext): Promise<void> {
  const { read } = serviceOf<TableService>(strapi, 'exchange', 'tables');
  const rows = await withReceivedFile(ctx, WORKBOOK, ({ filepath }) =>
    read(filepath, LARGEST_USER_BATCH + HEADS_AND_NOTES),
  );
  const heads = rows.findIndex(({ cells }) => cells[0] === USER_WORKBOOK_COLUMNS[0]);
  ctx.state.newUsers = rows
    .slice(heads + 1)
    .map(({ cells }) => USER_WORKBOOK_COLUMNS.map((_column, index) => cells[index] ?? ''))
    .filter(([username, name]) => username !== '' || name !== '');
}

/** The workbook to fill in: a row for each township that nobody enters for, and beside it what may stand in the columns. */
export async function userTemplate(): Promise<Buffer> {
  const roles = grantableRoles();
  const proposed = roles.find(({ role }) => role === PROPOSED_ROLE)?.label ?? '';
  const townships = await townshipNames(requestDb(), requestActor().regionCode ?? '');
  const nameOf = new Map(townships.map(({ code, name }) => [code, name]));
  const rows = (await proposeUsers()).map(({ regionCode }) => ['', '', proposed, nameOf.get(regionCode) ?? '', '', '']);
  const { target, bytes } = collectBytes();
  const workbook = new WorkbookWriter(target);
  workbook.beginSheet('新增用户', { widths: WIDTHS, frozenRows: 1, frozenColumns: 0 });
  await workbook.addPlain([...USER_WORKBOOK_COLUMNS], 'title');
  for (const row of rows) await workbook.addPlain(row, 'text');
  await workbook.endSheet();
  workbook.beginSheet('可填内容', { widths: [24, 24], frozenRows: 1, frozenColumns: 0 });
  await workbook.addPlain(['角色', '行政区划'], 'title');
  for (let index = 0; index < Math.max(roles.length, townships.length); index += 1) {
    await workbook.addPlain([roles[index]?.label ?? '', townships[index]?.name ?? ''], 'text');
  }
  await workbook.endSheet();
  await workbook.close();
  return bytes();
}
