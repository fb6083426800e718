import type { GrantableRole, NewUser, USER_WORKBOOK_COLUMNS } from '@anju/domain/contracts';
import { said } from '../language/said';
import { t } from '../language/t';

/** One pasted line, and what is wrong with it. */
export interface PastedUser {
  readonly line: number;
  readonly user: NewUser;
  readonly faults: readonly string[];
}

/** The columns of the pasted table, in their order: those of the workbook. */
export const PASTED_COLUMNS: typeof USER_WORKBOOK_COLUMNS = ['用户名', '姓名', '角色', '行政区划', '单位', '联系方式'];

/** Rows of a workbook as they would have been pasted. */
export function pastedText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')).join('\n');
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Persons as copied from a spreadsheet: one a line, cells between tabs, with or without the heads. */
export function pastedUsers(text: string, roles: readonly GrantableRole[], places: readonly Named[]): PastedUser[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, cells: line.split('\t').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== '') && cells[0] !== PASTED_COLUMNS[0])
    .map(({ line, cells }) => pastedUser(line, cells, roles, places));
}

function pastedUser(
  line: number,
  [username = '', name = '', roleLabel = '', placeName = '', unit = '', phone = '']: readonly string[],
  roles: readonly GrantableRole[],
  places: readonly Named[],
): PastedUser {
  const role = roles.find(({ label }) => label === roleLabel || label === said(roleLabel))?.role ?? '';
  const regionCode = places.find((place) => place.name === placeName)?.code ?? '';
  const faults = [
    ...(username === '' ? [t('缺用户名')] : []),
    ...(name === '' ? [t('缺姓名')] : []),
    ...(role === '' ? [t('没有可授予的角色“{roleLabel}”', { roleLabel })] : []),
    ...(regionCode === '' ? [t('本县没有“{placeName}”', { placeName })] : []),
  ];
  return { line, user: { username, name, role, regionCode, unit, phone }, faults };
}
