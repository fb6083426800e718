import { ERROR_NOTE, ListHeader } from './list-header';
import { REGION_COLUMNS } from './region-columns';

/** Columns of the Poverty Office's relocation list, one row a person or a household. */
export const RELOCATION_COLUMNS = {
  ...REGION_COLUMNS,
  householdNumber: { title: '户编号', others: ['户编码', '贫困户编号', '贫困户编码', '搬迁户编号'] },
  personName: { title: '姓名', others: ['户主姓名', '户主', '搬迁对象', '搬迁对象姓名', '搬迁人员姓名', '成员姓名'] },
  idNumber: {
    title: '证件号码',
    others: ['身份证号', '身份证号码', '公民身份号码', '证件号', '户主身份证号', '户主证件号码'],
  },
  resettlementMode: { title: '安置方式', others: ['搬迁安置方式', '安置类型'] },
  resettlementSite: { title: '安置点', others: ['安置点名称', '集中安置点', '安置地点', '安置地', '安置点(区)名称'] },
  project: { title: '项目', others: ['项目名称', '安置项目', '搬迁项目', '建设项目'] },
  status: { title: '状态', others: ['搬迁状态', '入住状态', '入住情况', '搬迁入住情况', '进度'] },
  startDate: { title: '开工时间', others: ['开工日期', '项目开工时间', '住房开工时间'] },
  completionDate: { title: '竣工时间', others: ['竣工日期', '完工时间', '项目竣工时间', '住房竣工时间'] },
  moveInDate: { title: '入住时间', others: ['入住日期', '搬迁入住时间', '搬迁时间', '实际入住时间'] },
  errorNote: { title: ERROR_NOTE, others: [] },
} as const;

export type RelocationColumn = keyof typeof RELOCATION_COLUMNS;

export const RELOCATION_HEADER = new ListHeader<RelocationColumn>(RELOCATION_COLUMNS, [
  { anyOf: ['householdNumber', 'idNumber'], title: '户编号（或证件号码）' },
  { anyOf: ['resettlementMode', 'resettlementSite', 'project', 'status'], title: '安置方式（或安置点、项目、状态）' },
]);
