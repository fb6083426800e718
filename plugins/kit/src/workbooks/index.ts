export { csvLine, csvStart, openCsv } from './csv-file';
export type { TableCell, TableFile } from './table-file';
export { type StyledCell, WorkbookWriter } from './workbook-writer';
export type { CellStyle } from './workbook-parts';
export { openXlsx, type XlsxColumn } from './xlsx-file';
