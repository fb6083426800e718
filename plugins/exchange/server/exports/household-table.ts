import {
  LINKED_RECORD_LABELS,
  RECOGNISED_LABELS,
  REVIEW_STATE_LABELS,
  SAFEGUARD_KIND_LABELS,
  SOURCE_LABELS,
} from '@anju/domain';
import type { HouseholdRow } from '@anju/domain/contracts';
import type { TableColumn } from './list-table';
import { type Names, regionColumns } from './region-columns';

/** The columns of an exported list of households: those of the screen, with the region in its parts. */
export const HOUSEHOLD_EXPORT_COLUMNS: readonly TableColumn<HouseholdRow, Names>[] = [
  ...regionColumns<HouseholdRow>((row) => row.regionCode),
  { title: '户编号', width: 22, cell: (row) => row.registryNumber },
  { title: '户主姓名', width: 12, cell: (row) => row.headName },
  { title: '身份证号', width: 22, cell: (row) => row.idNumber },
  { title: '联系方式', width: 16, cell: (row) => row.phone },
  { title: '家庭人口', width: 9, cell: (row) => row.memberCount },
  { title: '脱贫年份', width: 9, cell: (row) => row.exitYear },
  { title: '保障措施', width: 26, cell: (row) => row.kind && SAFEGUARD_KIND_LABELS[row.kind] },
  { title: '鉴定结果', width: 12, cell: (row, names) => names.option('appraisalResult', row.appraisalResult) },
  { title: '录入人', width: 12, cell: (row) => row.entryPerson },
  { title: '录入时间', width: 12, cell: (row) => row.entryDate },
  { title: '认定', width: 9, cell: (row) => RECOGNISED_LABELS[row.recognised ? 'recognised' : 'unrecognised'] },
  { title: '审核', width: 12, cell: (row) => row.reviewState && REVIEW_STATE_LABELS[row.reviewState] },
  { title: '来源', width: 16, cell: (row) => SOURCE_LABELS[row.source] },
  { title: '关联', width: 24, cell: (row) => row.linked.map((record) => LINKED_RECORD_LABELS[record]).join('、') },
];
