/** What a cell holds. */
export type TableCell = string | number | null;

/** A table that is being written to a file, row by row, never held in memory. */
export interface TableFile {
  /** Resolves when there is room for more. */
  add(cells: readonly TableCell[]): Promise<void>;
  /** Ends the file; it is complete when this resolves. */
  close(): Promise<void>;
  /** Gives the file up; it is not complete. */
  discard(): void;
}
