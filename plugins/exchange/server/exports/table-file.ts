import type { ExportCell } from './household-table';

/** A table that is being written to a file, row by row, never held in memory. */
export interface TableFile {
  /** Resolves when there is room for more. */
  add(cells: readonly ExportCell[]): Promise<void>;
  /** Ends the file; it is complete when this resolves. */
  close(): Promise<void>;
}
