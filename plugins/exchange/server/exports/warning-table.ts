import { WARNING_KIND_LABELS, WARNING_STATE_LABELS } from '@anju/domain';
import type { WarningRow } from '@anju/domain/contracts';
import type { TableColumn } from './list-table';
import { type Names, regionColumns } from './region-columns';

const DAY_LENGTH = 10;

/** The columns of the exported warnings: what was found, in its sentence, and the last step that a person took. */
export const WARNING_EXPORT_COLUMNS: readonly TableColumn<WarningRow, Names>[] = [
  ...regionColumns<WarningRow>((row) => row.regionCode),
  { title: '户主姓名', width: 12, cell: (row) => row.headName },
  { title: '预警类型', width: 16, cell: (row) => WARNING_KIND_LABELS[row.kind] },
  { title: '状态', width: 24, cell: (row) => WARNING_STATE_LABELS[row.state] },
  { title: '预警内容', width: 80, cell: (row) => row.message },
  { title: '发现时间', width: 12, cell: (row) => row.openedAt.slice(0, DAY_LENGTH) },
  { title: '关闭时间', width: 12, cell: (row) => row.closedAt?.slice(0, DAY_LENGTH) ?? null },
  { title: '最后处理人', width: 14, cell: (row) => row.steps.at(-1)?.by ?? null },
  { title: '最后处理说明', width: 40, cell: (row) => row.steps.at(-1)?.text ?? null },
];
