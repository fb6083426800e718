/** What a cell holds; a spreadsheet's numbers stay numbers, because a long number has lost its last digits. */
export type Cell = string | number | null;

/** A row of a list with its number as the user sees it: the first row of the file is 1. */
export interface ListRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** What is wrong with one row; a whole list may have many. */
export interface RowError {
  readonly row: number;
  /** Title of the column, or of the list's key column when the whole row is meant. */
  readonly field: string;
  readonly message: string;
}

/** What a formula is read as whose saved result exceljs does not give: none, nought or an error. */
export const UNREADABLE_FORMULA = '#FORMULA!';
