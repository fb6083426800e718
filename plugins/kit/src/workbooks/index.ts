export { csvLine, csvStart, openCsv } from './csv-file';
export type { TableCell, TableFile } from './table-file';
export { type StyledCell, WorkbookWriter } from './workbook-writer';
export type { CellStyle } from './workbook-parts';
export { type FormColumn, openForm } from './form-file';
export { collectBytes, workbookBytes } from './workbook-bytes';
export { openXlsx, type XlsxColumn } from './xlsx-file';
