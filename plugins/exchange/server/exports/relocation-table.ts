import type { RelocationEntryRow } from '@anju/domain/contracts';
import type { TableColumn } from './list-table';
import { type Names, regionColumns } from './region-columns';

/** The columns of the exported relocation list, named as an import reads them. */
export const RELOCATION_EXPORT_COLUMNS: readonly TableColumn<RelocationEntryRow, Names>[] = [
  ...regionColumns<RelocationEntryRow>((row) => row.regionCode),
  { title: '户编号', width: 22, cell: (row) => row.householdNumber },
  { title: '姓名', width: 12, cell: (row) => row.personName },
  { title: '证件号码', width: 22, cell: (row) => row.idNumber },
  { title: '安置方式', width: 12, cell: (row) => row.resettlementMode },
  { title: '安置点', width: 24, cell: (row) => row.resettlementSite },
  { title: '项目', width: 28, cell: (row) => row.project },
  { title: '状态', width: 12, cell: (row) => row.status },
  { title: '开工时间', width: 12, cell: (row) => row.startDate },
  { title: '竣工时间', width: 12, cell: (row) => row.completionDate },
  { title: '入住时间', width: 12, cell: (row) => row.moveInDate },
  { title: '名单状态', width: 14, cell: (row) => (row.isVanished ? '名单已无' : '在名单') },
];
