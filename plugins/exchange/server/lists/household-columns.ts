import { ListRefused } from './list-refused';
import type { Cell } from './list-row';

/** Columns of the Poverty Office's household list: the title that messages use, and others that lists carry. */
export const HOUSEHOLD_COLUMNS = {
  regionCode: { title: '行政区划代码', others: ['区划代码', '行政区划编码', '村代码', '村编码'] },
  county: { title: '县', others: ['县区', '区县', '县市区', '县(市、区)', '县(市、区、旗)', '县名'] },
  township: { title: '乡镇', others: ['乡(镇)', '乡镇名', '乡镇(街道)', '乡'] },
  village: { title: '村', others: ['行政村', '村名', '村(社区)', '村(居)'] },
  householdNumber: { title: '户编号', others: ['户编码', '贫困户编号', '贫困户编码'] },
  personNumber: { title: '人编号', others: ['人编码', '人员编号', '成员编号'] },
  headName: { title: '户主姓名', others: ['户主'] },
  name: { title: '姓名', others: ['成员姓名', '家庭成员姓名'] },
  gender: { title: '性别', others: [] },
  idNumber: { title: '证件号码', others: ['身份证号', '身份证号码', '公民身份号码', '证件号'] },
  relation: { title: '与户主关系', others: ['户主关系', '和户主关系'] },
  ethnicity: { title: '民族', others: [] },
  phone: { title: '联系电话', others: ['联系方式', '电话', '手机号', '手机号码', '电话号码'] },
  povertyAttribute: { title: '贫困户属性', others: ['户属性', '贫困属性'] },
  povertyCause: { title: '主要致贫原因', others: ['致贫原因'] },
  exitState: { title: '脱贫属性', others: ['脱贫状态', '脱贫标识'] },
  exitYear: { title: '脱贫年度', others: ['脱贫年份', '脱贫时间'] },
  errorNote: { title: '错误说明', others: [] },
} as const satisfies Readonly<Record<string, { title: string; others: readonly string[] }>>;

export type HouseholdColumn = keyof typeof HOUSEHOLD_COLUMNS;

/** Where each column stands in the file. */
export type ColumnPlaces = ReadonlyMap<HouseholdColumn, number>;

/** A list says where a household lives by a code or by names; only our own workbook of errors has a column for them. */
const NOT_REQUIRED: readonly HouseholdColumn[] = ['regionCode', 'county', 'township', 'village', 'errorNote'];
const COLUMN_NAMES = Object.keys(HOUSEHOLD_COLUMNS) as readonly HouseholdColumn[]; // keys() forgets its keys
const REQUIRED = COLUMN_NAMES.filter((column) => !NOT_REQUIRED.includes(column));

/** Whether this row is the header: titles may stand above it. */
export function looksLikeHeader(cells: readonly Cell[]): boolean {
  const places = findColumns(cells);
  return places.size >= 3;
}

/** Where the columns stand, by their titles; throws ListRefused that names every missing or repeated one. */
export function householdColumns(header: readonly Cell[]): ColumnPlaces {
  const repeated = repeatedColumn(header);
  if (repeated !== undefined) {
    const message = `表头中“${repeated}”列重复，请只保留一列`;
    throw new ListRefused(message, { [repeated]: message });
  }
  const places = findColumns(header);
  const missing: string[] = REQUIRED.filter((column) => !places.has(column)).map(
    (column) => HOUSEHOLD_COLUMNS[column].title,
  );
  if (!places.has('regionCode') && !places.has('township')) missing.unshift('行政区划代码（或县、乡镇、村）');
  if (missing.length === 0) return places;
  throw new ListRefused(
    `名单表头缺少列：${missing.join('、')}`,
    Object.fromEntries(missing.map((title) => [title, `名单表头缺少“${title}”列`])),
  );
}

/** What each title of the header was taken for; null: left out. */
export function columnMeanings(header: readonly Cell[]): readonly { title: string; takenFor: string | null }[] {
  return header.flatMap((cell) => {
    const title = String(cell ?? '').trim();
    if (title === '') return [];
    const column = columnOf(cell);
    return [{ title, takenFor: column === undefined ? null : HOUSEHOLD_COLUMNS[column].title }];
  });
}

function findColumns(header: readonly Cell[]): Map<HouseholdColumn, number> {
  const places = new Map<HouseholdColumn, number>();
  header.forEach((cell, index) => {
    const column = columnOf(cell);
    if (column !== undefined) places.set(column, index);
  });
  return places;
}

function repeatedColumn(header: readonly Cell[]): string | undefined {
  const columns = header.map(columnOf).filter((column) => column !== undefined);
  const repeated = columns.find((column, index) => columns.indexOf(column) !== index);
  return repeated && HOUSEHOLD_COLUMNS[repeated].title;
}

function columnOf(cell: Cell): HouseholdColumn | undefined {
  const title = plainTitle(String(cell ?? ''));
  return COLUMN_NAMES.find((column) => {
    const { title: own, others } = HOUSEHOLD_COLUMNS[column];
    return title === own || others.some((other) => other === title);
  });
}

/** Full-width brackets become half-width; spaces and the asterisk of required columns go. */
function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s*\ufeff]/g, '')
    .replaceAll(',', '、');
}
