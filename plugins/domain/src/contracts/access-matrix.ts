import { USER_LEVEL_LABELS } from '../labels';
import type { Duty } from '../duties';
import type { UserLevel } from '../vocabulary';
import type { Door } from './door';

/** A role as the matrix needs it. */
export interface MatrixRole {
  readonly key: string;
  readonly label: string;
  readonly levels: readonly UserLevel[];
  readonly duties: readonly Duty[];
}

/** Whether a role may use a door: at every level that it has, at some of them, or not at all. */
export type MatrixCell = 'yes' | 'some' | 'no';

/** What a role may do with a door, by its duties and levels. */
export function matrixCell({ access, levels }: Door, role: MatrixRole): MatrixCell {
  if (access !== 'public' && access !== 'signedIn' && !access.some((duty) => role.duties.includes(duty))) return 'no';
  if (!levels) return 'yes';
  const met = role.levels.filter((level) => levels.includes(level)).length;
  return met === 0 ? 'no' : met === role.levels.length ? 'yes' : 'some';
}

const SIGNS: Readonly<Record<MatrixCell, string>> = { yes: '●', some: '◐', no: '·' };

const SCOPES: Readonly<Record<Door['scope'], string>> = {
  region: '本区划的行；区划外一律 404，与不存在相同',
  ledger: '所管理的账号；其他账号 404',
  audit: '本区划的日志',
  open: '公共配置',
  none: '不读业务数据',
};

/** Which role may use which door, in and out of its region, as a document; the door tests try every cell on the running application. */
export function accessMatrixDocument(doors: readonly Door[], roles: readonly MatrixRole[]): string {
  const groups = [...new Set(doors.map(groupOf))];
  return [
    '# Access matrix',
    '',
    'Written by `npm run access-matrix` from the contracts and `config/roles.json`; a unit test fails while it is stale.',
    '`tests/integration/access/every-door.test.ts` tries every cell on the running application, in the region and with rows outside it,',
    'and shuts every route that no contract declares; `leaks.test.ts` asks each list, count, sort, filter, search, aggregate, export and',
    'table of the database for rows of another region, by all accounts at once and again after a restart. Both print their number of cases.',
    '',
    `${doors.length} doors, ${roles.length} roles, ${doors.length * roles.length} cells. ● may, ◐ at some of the role's levels, · 403 (401 without a sign-in).`,
    '',
    ...roles.map(({ key, label, levels, duties }, index) => {
      const where = levels.map((level) => USER_LEVEL_LABELS[level]).join('、');
      return `${index + 1}. \`${key}\` ${label} (${where}): ${duties.map((duty) => `\`${duty}\``).join(' ')}`;
    }),
    ...groups.flatMap((group) => [
      '',
      `## ${group}`,
      '',
      ...tableOf(
        doors.filter((door) => groupOf(door) === group),
        roles,
      ),
    ]),
    '',
  ].join('\n');
}

function groupOf(door: Door): string {
  return door.id.split('.')[0] ?? '';
}

function tableOf(doors: readonly Door[], roles: readonly MatrixRole[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const numbers = roles.map((_role, index) => String(index + 1));
  return [
    line(['door', ...numbers, 'sees']),
    line(['---', ...numbers.map(() => '---'), '---']),
    ...doors.map((door) => {
      const cells = roles.map((role) => SIGNS[matrixCell(door, role)]);
      return line([`\`${door.method} ${door.path}\`${limits(door)}`, ...cells, SCOPES[door.scope]]);
    }),
  ];
}

function limits({ access, levels }: Door): string {
  if (access === 'public') return ' 公开';
  return levels ? ` ${levels.map((level) => USER_LEVEL_LABELS[level]).join('、')}` : '';
}
