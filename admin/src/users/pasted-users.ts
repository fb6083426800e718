import type { GrantableRole, NewUser } from '@anju/domain/contracts';

/** One pasted line, and what is wrong with it. */
export interface PastedUser {
  readonly line: number;
  readonly user: NewUser;
  readonly faults: readonly string[];
}

/** The columns of the pasted table, in their order. */
export const PASTED_COLUMNS = ['用户名', '姓名', '角色', '行政区划', '单位', '联系方式'] as const;

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
  const role = roles.find(({ label }) => label === roleLabel)?.role ?? '';
  const regionCode = places.find((place) => place.name === placeName)?.code ?? '';
  const faults = [
    ...(username === '' ? ['缺用户名'] : []),
    ...(name === '' ? ['缺姓名'] : []),
    ...(role === '' ? [`没有可授予的角色“${roleLabel}”`] : []),
    ...(regionCode === '' ? [`本县没有“${placeName}”`] : []),
  ];
  return { line, user: { username, name, role, regionCode, unit, phone }, faults };
}
