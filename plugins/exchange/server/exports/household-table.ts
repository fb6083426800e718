import {
  LINKED_RECORD_LABELS,
  RECOGNISED_LABELS,
  REVIEW_STATE_LABELS,
  SAFEGUARD_KIND_LABELS,
  SOURCE_LABELS,
} from '@anju/domain';
import type { HouseholdRow } from '@anju/domain/contracts';
import type { TableCell } from '@anju/kit';

/** What a household's cells are made of beside its row. */
export interface Names {
  readonly region: (code: string) => string;
  readonly appraisal: (key: string) => string;
}

interface ExportColumn {
  readonly title: string;
  /** Characters that a column is wide. */
  readonly width: number;
  readonly cell: (row: HouseholdRow, names: Names) => TableCell;
}

const [CITY, COUNTY, TOWNSHIP, VILLAGE] = [4, 6, 9, 12];

/** The columns of an exported list of households: those of the screen, with the region in its parts. */
export const HOUSEHOLD_EXPORT_COLUMNS: readonly ExportColumn[] = [
  { title: '市', width: 12, cell: regionPart(CITY) },
  { title: '县', width: 20, cell: regionPart(COUNTY) },
  { title: '乡镇', width: 16, cell: regionPart(TOWNSHIP) },
  { title: '村', width: 24, cell: regionPart(VILLAGE) },
  { title: '行政区划代码', width: 16, cell: (row) => row.regionCode },
  { title: '户编号', width: 22, cell: (row) => row.registryNumber },
  { title: '户主姓名', width: 12, cell: (row) => row.headName },
  { title: '身份证号', width: 22, cell: (row) => row.idNumber },
  { title: '联系方式', width: 16, cell: (row) => row.phone },
  { title: '家庭人口', width: 9, cell: (row) => row.memberCount },
  { title: '脱贫年份', width: 9, cell: (row) => row.exitYear },
  { title: '保障措施', width: 26, cell: (row) => row.kind && SAFEGUARD_KIND_LABELS[row.kind] },
  { title: '鉴定结果', width: 12, cell: (row, names) => row.appraisalResult && names.appraisal(row.appraisalResult) },
  { title: '录入人', width: 12, cell: (row) => row.entryPerson },
  { title: '录入时间', width: 12, cell: (row) => row.entryDate },
  { title: '认定', width: 9, cell: (row) => RECOGNISED_LABELS[row.recognised ? 'recognised' : 'unrecognised'] },
  { title: '审核', width: 12, cell: (row) => row.reviewState && REVIEW_STATE_LABELS[row.reviewState] },
  { title: '来源', width: 16, cell: (row) => SOURCE_LABELS[row.source] },
  { title: '关联', width: 24, cell: (row) => row.linked.map((record) => LINKED_RECORD_LABELS[record]).join('、') },
];

function regionPart(length: number): ExportColumn['cell'] {
  return ({ regionCode }, names) => (regionCode.length < length ? null : names.region(regionCode.slice(0, length)));
}
