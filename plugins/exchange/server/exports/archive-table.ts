import { LINK_STATE_LABELS, type LinkState } from '@anju/domain';
import type { RenovationRecord } from '@anju/domain/contracts';
import type { TableColumn } from './list-table';
import { type Names, regionColumns } from './region-columns';
import type { RowPlace } from './export-source';

/** An archive as the register offers it to exports. */
export interface ArchiveRow {
  readonly place: RowPlace;
  readonly archive: RenovationRecord | null;
  readonly headName: string;
  readonly linkState: LinkState;
  readonly household: { readonly headName: string; readonly regionName: string } | null;
  readonly countyElsewhere: string | null;
  readonly gaps: readonly string[];
}

const yesNo = (value: boolean | null | undefined) => (typeof value === 'boolean' ? (value ? '是' : '否') : null);

/** The columns of the exported archives, named as an import reads them. */
export const ARCHIVE_EXPORT_COLUMNS: readonly TableColumn<ArchiveRow, Names>[] = [
  ...regionColumns<ArchiveRow>(({ archive, place }) => archive?.regionCode ?? place.regionCode),
  { title: '档案号', width: 20, cell: ({ archive }) => archive?.archiveNumber ?? null },
  { title: '户主姓名', width: 12, cell: ({ headName }) => headName },
  { title: '身份证号', width: 22, cell: ({ archive }) => archive?.idNumber ?? null },
  {
    title: '贫困类型',
    width: 20,
    cell: ({ archive }, names) => names.option('povertyType', archive?.povertyType ?? null),
  },
  { title: '家庭人数', width: 9, cell: ({ archive }) => archive?.personCount ?? null },
  {
    title: '原住房鉴定（评定）结果',
    width: 16,
    cell: ({ archive }, names) => names.option('appraisalResult', archive?.originalAppraisalResult ?? null),
  },
  {
    title: '改造方式',
    width: 18,
    cell: ({ archive }, names) => names.option('renovationMode', archive?.renovationMode ?? null),
  },
  { title: '改造方式说明', width: 18, cell: ({ archive }) => archive?.modeNote ?? null },
  {
    title: '建设方式',
    width: 10,
    cell: ({ archive }, names) => names.option('constructionMode', archive?.constructionMode ?? null),
  },
  {
    title: '结构',
    width: 12,
    cell: ({ archive }, names) => names.option('houseStructure', archive?.structure ?? null),
  },
  { title: '面积', width: 9, cell: ({ archive }) => archive?.area ?? null },
  { title: '列入计划的年度', width: 12, cell: ({ archive }) => archive?.planYear ?? null },
  { title: '中央补助', width: 12, cell: ({ archive }) => archive?.subsidyCentral ?? null },
  { title: '省级补助', width: 12, cell: ({ archive }) => archive?.subsidyProvince ?? null },
  { title: '市级补助', width: 12, cell: ({ archive }) => archive?.subsidyCity ?? null },
  { title: '县级补助', width: 12, cell: ({ archive }) => archive?.subsidyCounty ?? null },
  { title: '各级政府补助资金', width: 16, cell: ({ archive }) => archive?.subsidyTotal ?? null },
  { title: '自筹', width: 12, cell: ({ archive }) => archive?.selfRaised ?? null },
  { title: '贷款', width: 12, cell: ({ archive }) => archive?.loan ?? null },
  { title: '开工日期', width: 12, cell: ({ archive }) => archive?.startDate ?? null },
  { title: '竣工日期', width: 12, cell: ({ archive }) => archive?.completionDate ?? null },
  { title: '是否验收', width: 9, cell: ({ archive }) => yesNo(archive?.accepted) },
  { title: '验收人', width: 12, cell: ({ archive }) => archive?.acceptedBy ?? null },
  { title: '关联状态', width: 14, cell: ({ linkState }) => LINK_STATE_LABELS[linkState] },
  {
    title: '关联的户',
    width: 24,
    cell: ({ household, countyElsewhere }) => householdWords(household) ?? countyElsewhere,
  },
  { title: '缺项', width: 40, cell: ({ gaps }) => gaps.join('、') || null },
];

function householdWords(household: ArchiveRow['household']): string | null {
  return household && `${household.headName}（${household.regionName}）`;
}
