import { ERROR_NOTE, ListHeader } from './list-header';
import { REGION_COLUMNS } from './region-columns';

/** Columns of a list of renovation archives, one row an archive. */
export const ARCHIVE_COLUMNS = {
  ...REGION_COLUMNS,
  archiveNumber: { title: '档案号', others: ['档案编号', '农户档案编号', '农户档案号', '农户编号'] },
  headName: { title: '户主姓名', others: ['户主', '姓名', '农户姓名'] },
  idNumber: { title: '身份证号', others: ['证件号码', '身份证号码', '户主身份证号', '公民身份号码', '证件号'] },
  members: { title: '家庭成员', others: ['家庭成员情况', '成员'] },
  povertyType: {
    title: '贫困类型',
    others: ['4类重点对象', '四类重点对象', '农户类型', '对象类别', '农户贫困类型', '贫困户类型'],
  },
  personCount: { title: '家庭人数', others: ['家庭人口', '人口数', '家庭人口数', '家庭成员数'] },
  originalAppraisalResult: {
    title: '原住房鉴定(评定)结果',
    others: ['房屋危险等级', '危房等级', '危险等级', '原住房鉴定结果', '鉴定等级', '房屋危险性等级'],
  },
  renovationMode: { title: '改造方式', others: ['危房改造方式'] },
  modeNote: { title: '改造方式说明', others: ['其他改造方式说明'] },
  constructionMode: { title: '建设方式', others: ['建房方式'] },
  structure: { title: '结构', others: ['房屋结构', '改造后结构', '结构类型', '结构形式'] },
  area: {
    title: '面积',
    others: ['建筑面积', '改造后面积', '改造后房屋面积', '房屋面积', '面积(平方米)', '建筑面积(平方米)', '面积(m2)'],
  },
  planYear: { title: '列入计划的年度', others: ['计划年度', '列入计划年度', '年度', '改造年度'] },
  subsidyCentral: { title: '中央补助', others: ['中央补助资金', '中央补助(元)', '中央补助资金(元)'] },
  subsidyProvince: { title: '省级补助', others: ['省级补助资金', '省级补助(元)', '省级补助资金(元)'] },
  subsidyCity: { title: '市级补助', others: ['市级补助资金', '市级补助(元)', '市州补助', '市级补助资金(元)'] },
  subsidyCounty: { title: '县级补助', others: ['县级补助资金', '县级补助(元)', '县级补助资金(元)'] },
  subsidyTotal: {
    title: '各级政府补助资金',
    others: ['补助资金合计', '补助资金', '补助合计', '各级政府补助资金(元)', '补助资金合计(元)', '补助资金(元)'],
  },
  selfRaised: { title: '自筹', others: ['自筹资金', '农户自筹', '自筹资金(元)', '自筹(元)'] },
  loan: { title: '贷款', others: ['贷款资金', '银行贷款', '贷款(元)', '贷款资金(元)'] },
  startDate: { title: '开工日期', others: ['开工时间'] },
  completionDate: { title: '竣工日期', others: ['竣工时间', '完工日期', '完工时间'] },
  accepted: { title: '是否验收', others: ['验收', '是否通过验收', '验收情况', '验收结果'] },
  acceptedBy: { title: '验收人', others: ['验收人员', '验收负责人'] },
  errorNote: { title: ERROR_NOTE, others: [] },
} as const;

export type ArchiveColumn = keyof typeof ARCHIVE_COLUMNS;

export const ARCHIVE_HEADER = new ListHeader<ArchiveColumn>(ARCHIVE_COLUMNS, [
  { anyOf: ['headName'] },
  { anyOf: ['archiveNumber', 'idNumber'], title: '身份证号（或档案号）' },
  { anyOf: ['planYear'] },
]);
