import ExcelJS from 'exceljs';

/** A workbook read from its bytes. */
export async function workbookOf(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  // exceljs declares a Buffer of its own; at run time it is Node's.
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook;
}
