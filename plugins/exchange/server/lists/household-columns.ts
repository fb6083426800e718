import { ERROR_NOTE, ListHeader } from './list-header';
import { REGION_COLUMNS } from './region-columns';

/** Columns of the Poverty Office's household list. */
export const HOUSEHOLD_COLUMNS = {
  ...REGION_COLUMNS,
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
  errorNote: { title: ERROR_NOTE, others: [] },
} as const;

export type HouseholdColumn = keyof typeof HOUSEHOLD_COLUMNS;

/** A list says where a household lives by a code or by names; only our own workbook of errors has a column for them. */
const NOT_REQUIRED: readonly HouseholdColumn[] = ['regionCode', 'county', 'township', 'village', 'errorNote'];
const COLUMN_NAMES = Object.keys(HOUSEHOLD_COLUMNS) as readonly HouseholdColumn[]; // keys() forgets its keys

export const HOUSEHOLD_HEADER = new ListHeader<HouseholdColumn>(HOUSEHOLD_COLUMNS, [
  { anyOf: ['regionCode', 'township'], title: '行政区划代码（或县、乡镇、村）' },
  ...COLUMN_NAMES.filter((column) => !NOT_REQUIRED.includes(column)).map((column) => ({ anyOf: [column] })),
]);
