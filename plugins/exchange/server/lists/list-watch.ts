import type { ReadStream } from 'node:fs';

/** How a workbook was understood: the sheet that is read, those that are not, and whether cells are merged. */
export interface FoundWorkbook {
  readonly sheet: string;
  readonly otherSheets: readonly string[];
  readonly mergedCells: boolean;
}

/** What somebody who waits for a list may want to know while it is read. */
export interface ListWatch {
  /** The stream over the file, which tells how much of it has been read. */
  opened?(stream: ReadStream): void;
  workbookFound?(workbook: FoundWorkbook): void;
  columnsFound?(columns: readonly { readonly title: string; readonly takenFor: string | null }[]): void;
}
