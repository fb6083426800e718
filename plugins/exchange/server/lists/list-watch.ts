import type { ReadStream } from 'node:fs';
import type { Cell } from './list-row';

/** How a workbook was understood: the sheet that is read, those that are not, and whether cells are merged. */
export interface FoundWorkbook {
  readonly sheet: string;
  readonly otherSheets: readonly string[];
  readonly mergedCells: boolean;
}

/** What somebody who waits for a list may want to know while it is read. */
export interface ListWatch {
  /** The stream over the list, which tells how much has been read of its `size` in bytes. */
  opened?(stream: ReadStream, size: number): void;
  workbookFound?(workbook: FoundWorkbook): void;
  headerFound?(header: readonly Cell[]): void;
  /** A cell holds a formula: what it came to when the workbook was saved is taken. */
  formulaFound?(): void;
}
