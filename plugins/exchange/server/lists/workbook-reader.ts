import type { ReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { CheckedWorkbook } from './workbook-check';
import { openPart, type WorkbookPart } from './workbook-part';

/** The methods by which exceljs 4.4 takes in a workbook's parts; its types leave them out. */
interface PartsOfReader {
  _parseRels(bytes: Readable): Promise<void>;
  _parseWorkbook(bytes: Readable): Promise<void>;
  _parseSharedStrings(bytes: Readable): AsyncIterable<unknown>;
  _parseStyles(bytes: Readable): Promise<void>;
  _parseWorksheet(bytes: AsyncIterable<Buffer>, sheetNumber: string): Iterable<{ value: AsyncIterable<ExcelJS.Row> }>;
}

/**
 * Opens the first visible sheet; `packed` tells how much of it has been read. The parts are handed to exceljs one after
 * the other, those first that the sheet needs: its own way through an archive now and then loses one (its issue 3064).
 */
export async function openSheet(
  workbook: CheckedWorkbook,
): Promise<{ readonly rows: AsyncIterable<ExcelJS.Row>; readonly packed: ReadStream }> {
  const reader = partsOf(
    new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([]), {
      worksheets: 'emit',
      sharedStrings: 'cache',
      hyperlinks: 'ignore',
      styles: 'cache',
      entries: 'ignore',
    }),
  );
  const part = (name: string) => bytesOf(workbook.parts.get(name));
  await reader._parseRels(part('xl/_rels/workbook.xml.rels'));
  await reader._parseWorkbook(part('xl/workbook.xml'));
  for await (const _text of reader._parseSharedStrings(part('xl/sharedStrings.xml')));
  if (workbook.parts.has('xl/styles.xml')) await reader._parseStyles(part('xl/styles.xml'));
  const { packed, bytes } = openPart(workbook.sheetPart);
  const [sheet] = reader._parseWorksheet(bytes, '1');
  if (!sheet) throw new Error('The workbook reader gave no sheet');
  return { rows: sheet.value, packed };
}

function bytesOf(part: WorkbookPart | undefined): Readable {
  return part === undefined || part.packedSize === 0 ? Readable.from([]) : openPart(part).bytes;
}

function partsOf(reader: object): PartsOfReader {
  // foreign edge: exceljs is pinned to 4.4.0, and the tests of lists read through these methods.
  return reader as PartsOfReader;
}
