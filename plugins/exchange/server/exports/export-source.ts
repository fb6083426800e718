import type { TableCell, TableFile } from '@anju/kit';

/** Where a row stands in the order of its list. */
export interface RowPlace {
  readonly regionCode: string;
  readonly id: number;
}

export interface ExportedRow {
  readonly place: RowPlace;
  readonly cells: readonly TableCell[];
}

/** What one export writes: its file, and its rows in pages after one another. */
export interface ExportSource {
  open(path: string): Promise<TableFile>;
  next(after: RowPlace | undefined, size: number): Promise<readonly ExportedRow[]>;
}
