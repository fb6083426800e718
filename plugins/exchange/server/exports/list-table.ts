import { openCsv, openXlsx, type TableCell, type TableFile } from '@anju/kit';
import type { ExportJobRow } from '../queries/export-jobs';

/** A column of an exported list. */
export interface TableColumn<Row, Names> {
  readonly title: string;
  /** Characters that a column is wide. */
  readonly width: number;
  readonly cell: (row: Row, names: Names) => TableCell;
}

/** Opens the file of a list in the format that was asked for. */
export function openTable<Row, Names>(
  path: string,
  sheetName: string,
  columns: readonly TableColumn<Row, Names>[],
  { format }: Pick<ExportJobRow, 'format'>,
): Promise<TableFile> {
  if (format === 'xlsx') return openXlsx(path, sheetName, columns);
  return Promise.resolve(
    openCsv(
      path,
      columns.map(({ title }) => title),
    ),
  );
}
