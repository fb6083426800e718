import { open } from 'node:fs/promises';
import { ListRefused } from './list-refused';
import { openPart, type WorkbookPart } from './workbook-part';
import { partOfSheet, visibleSheets } from './workbook-sheets';
import { zipDataOffset, zipDirectory, type ZipEntry } from './zip-directory';

/** What a workbook holds, found before its rows are read. */
export interface CheckedWorkbook {
  /** Names of the visible sheets in the workbook's order; the first of them is the list. */
  readonly sheets: readonly string[];
  /** The part that holds the first of them. */
  readonly sheetPart: WorkbookPart;
  /** All parts by their names in the archive. */
  readonly parts: ReadonlyMap<string, WorkbookPart>;
  /** Merged cells keep their text in the first cell only: the rows below look empty. */
  readonly mergedCells: boolean;
}

const MIB = 1024 ** 2;
/** A sheet of 1,048,576 rows and 17 columns is about 1 GiB; shared texts are all held in memory. */
const LARGEST_SHEET = 2048 * MIB;
const LARGEST_TEXTS = 400 * MIB;
const LARGEST_OTHER = 32 * MIB;
/** Real sheets shrink to a tenth or a thirtieth; a bomb to a thousandth. */
const HIGHEST_RATIO = 200;
const RATIO_FROM = 16 * MIB;
const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const TEXTS = [WORKBOOK, RELATIONS];
const MERGED = Buffer.from('<mergeCell ');

const DAMAGED = '文件不是完整的 XLSX 工作簿，请重新另存后再导入';
const MACROS = '工作簿带有宏（程序），拒绝读取；请只保留名单，另存为不带宏的 XLSX 或 CSV 后再导入';
const BOMB = '工作簿解压后过大或压缩比异常，拒绝读取；请只保留名单一张工作表，另存为 XLSX 或 CSV 后再导入';

/**
 * Unpacks a workbook once without keeping it: throws ListRefused when it is damaged, or larger than memory and time allow,
 * whatever its own directory claims.
 */
export async function checkWorkbook(path: string): Promise<CheckedWorkbook> {
  const file = await open(path, 'r');
  try {
    const entries = await zipDirectory(file, (await file.stat()).size);
    if (!entries) throw refused(DAMAGED);
    if (entries.some(({ name }) => name.endsWith('vbaProject.bin'))) throw refused(MACROS);
    for (const entry of entries) checkDeclared(entry);
    const parts = new Map<string, WorkbookPart>();
    const texts = new Map<string, string>();
    let mergedCells = false;
    for (const entry of entries) {
      const part = { ...entry, path, start: await zipDataOffset(file, entry) };
      const scan = new Scan(TEXTS.includes(entry.name));
      await unpack(part, scan);
      parts.set(entry.name, part);
      texts.set(entry.name, scan.text);
      if (entry.name.startsWith('xl/worksheets/')) mergedCells ||= scan.merged;
    }
    const sheets = visibleSheets(texts.get(WORKBOOK) ?? '');
    const sheetPart = parts.get(partOfSheet(sheets[0], texts.get(RELATIONS) ?? ''));
    if (!sheetPart) throw refused(DAMAGED);
    return { sheets: sheets.map(({ name }) => name), sheetPart, parts, mergedCells };
  } finally {
    await file.close();
  }
}

/** What is looked for in the unpacked bytes as they pass by. */
class Scan {
  merged = false;
  text = '';
  #end: Buffer = Buffer.alloc(0);

  constructor(readonly keepsText: boolean) {}

  take(chunk: Buffer): void {
    if (this.keepsText) this.text += chunk.toString('utf8');
    if (this.merged) return;
    this.merged = Buffer.concat([this.#end, chunk]).includes(MERGED);
    this.#end = chunk.subarray(-MERGED.length);
  }
}

function checkDeclared({ name, size, packedSize }: ZipEntry): void {
  if (size > limitOf(name)) throw refused(BOMB);
  if (size > RATIO_FROM && size / Math.max(packedSize, 1) > HIGHEST_RATIO) throw refused(BOMB);
}

function limitOf(name: string): number {
  if (name.startsWith('xl/worksheets/')) return LARGEST_SHEET;
  return name === 'xl/sharedStrings.xml' ? LARGEST_TEXTS : LARGEST_OTHER;
}

/** Nothing may unpack to more than its directory declared. */
async function unpack(part: WorkbookPart, scan: Scan): Promise<void> {
  if (Number.isNaN(part.start) || (part.method !== 0 && part.method !== 8)) throw refused(DAMAGED);
  if (part.packedSize === 0) return;
  const { packed, bytes } = openPart(part);
  let size = 0;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > part.size) throw refused(BOMB);
      scan.take(chunk);
    }
  } catch (error) {
    throw error instanceof ListRefused ? error : refused(DAMAGED, error);
  } finally {
    packed.destroy();
  }
}

function refused(message: string, cause?: unknown): ListRefused {
  return new ListRefused(message, { file: message }, { cause });
}
