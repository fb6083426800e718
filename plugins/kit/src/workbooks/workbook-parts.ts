const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Cell formats of `STYLES`, by their place. */
export const CELL_STYLE = {
  plain: 0,
  text: 1,
  title: 2,
  heading: 3,
  note: 4,
  columnHead: 5,
  label: 6,
  count: 7,
  percent: 8,
  amount: 9,
  totalLabel: 10,
  totalCount: 11,
  totalPercent: 12,
  totalAmount: 13,
  open: 14,
  locked: 15,
} as const;
export type CellStyle = keyof typeof CELL_STYLE;

const FONTS = [
  '<font><sz val="11"/><name val="等线"/></font>',
  '<font><b/><sz val="11"/><name val="等线"/></font>',
  '<font><b/><sz val="14"/><name val="等线"/></font>',
  '<font><sz val="10"/><name val="等线"/></font>',
];
const EDGE = (side: string) => `<${side} style="thin"><color rgb="FFB7C2CF"/></${side}>`;
const BORDERS = ['<border/>', `<border>${['left', 'right', 'top', 'bottom'].map(EDGE).join('')}</border>`];
/** Formats of our own; 3 is `#,##0`, 4 `#,##0.00` and 49 `@` by the standard (ECMA-376 18.8.30). */
const PERCENT_FORMAT = 164;
const CENTRED = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
const WRAPPED = '<alignment vertical="center" wrapText="1"/>';

function format(number: number, font: number, border: number, alignment = ''): string {
  const asked = `numFmtId="${number}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"`;
  return alignment === '' ? `<xf ${asked}/>` : `<xf ${asked} applyAlignment="1">${alignment}</xf>`;
}

/** In the order of `CELL_STYLE`; text cells keep their texts when they are edited. */
const FORMATS = [
  '<xf xfId="0"/>',
  '<xf numFmtId="49" applyNumberFormat="1" xfId="0"/>',
  '<xf fontId="1" applyFont="1" numFmtId="49" applyNumberFormat="1" xfId="0"/>',
  format(49, 2, 0, CENTRED),
  format(49, 3, 0, WRAPPED),
  format(49, 1, 1, CENTRED),
  format(49, 0, 1),
  format(3, 0, 1),
  format(PERCENT_FORMAT, 0, 1),
  format(4, 0, 1),
  format(49, 1, 1),
  format(3, 1, 1),
  format(PERCENT_FORMAT, 1, 1),
  format(4, 1, 1),
  '<xf numFmtId="49" applyNumberFormat="1" xfId="0" applyProtection="1"><protection locked="0"/></xf>',
  '<xf numFmtId="49" applyNumberFormat="1" fillId="2" applyFill="1" xfId="0"/>',
];

function counted(name: string, parts: readonly string[]): string {
  return `<${name} count="${parts.length}">${parts.join('')}</${name}>`;
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="${PERCENT_FORMAT}" formatCode="0.00&quot;%&quot;"/></numFmts>${counted(
  'fonts',
  FONTS,
)}<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEF1F4"/></patternFill></fill></fills>${counted(
  'borders',
  BORDERS,
)}<cellStyleXfs count="1"><xf/></cellStyleXfs>${counted('cellXfs', FORMATS)}</styleSheet>`;

/** A sheet of a workbook; a hidden one serves the others. */
export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
}

/** The parts of a workbook beside its sheets (ECMA-376 part 1), by their names in the archive. */
export function workbookParts(sheets: readonly SheetEntry[]): Readonly<Record<string, string>> {
  const each = (write: (sheet: SheetEntry, number: number) => string) =>
    sheets.map((sheet, index) => write(sheet, index + 1)).join('');
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return {
    'xl/styles.xml': STYLES,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(
      ({ name, isHidden }, number) =>
        `<sheet name="${escaped(name)}" sheetId="${number}"${isHidden ? ' state="hidden"' : ''} r:id="rId${number}"/>`,
    )}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((_sheet, number) =>
      relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`),
    )}${relation('styles', 'styles', 'styles.xml')}</Relationships>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${each(
      (_sheet, number) =>
        `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
    )}</Types>`,
  };
}

/** How a sheet begins: the widths of its columns in characters, and how many rows and columns stay in sight. */
export interface SheetShape {
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Columns to be filled in: their empty cells are open, those of all others are locked once the sheet is. */
  readonly openColumns?: ReadonlySet<number>;
}

/** A column whose cells, from row 2 to `lastRow`, offer what stands in a range of another sheet. */
export interface CellChoice {
  readonly column: number;
  readonly lastRow: number;
  readonly range: string;
}

/** The beginning of a sheet. */
export function sheetStart({ widths, frozenRows, frozenColumns, openColumns }: SheetShape): string {
  const styleOf = (index: number) => (openColumns?.has(index) ? ` style="${CELL_STYLE.open}"` : '');
  const columns = widths
    .map(
      (width, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}"${styleOf(index)} customWidth="1"/>`,
    )
    .join('');
  const pane = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
  const split = `${frozenColumns > 0 ? `xSplit="${frozenColumns}" ` : ''}ySplit="${frozenRows}"`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ${split} topLeftCell="${cellPlace(
    frozenRows + 1,
    frozenColumns,
  )}" activePane="${pane}" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>`;
}

/** Locked cells cannot be changed, open ones can; columns may be widened, rows sorted. */
const PROTECTION = '<sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';

/** How a sheet ends: the ranges whose cells are one, what its cells offer, and whether its locked cells are. */
export interface SheetEnd {
  readonly merged: readonly string[];
  readonly choices?: readonly CellChoice[];
  readonly isLocked?: boolean;
}

/** The end of a sheet, its parts in the order of the standard (ECMA-376 18.3.1.99). */
export function sheetEnd({ merged, choices = [], isLocked = false }: SheetEnd): string {
  const cells = merged.map((range) => `<mergeCell ref="${range}"/>`);
  return `</sheetData>${isLocked ? PROTECTION : ''}${listed('mergeCells', cells)}${listed('dataValidations', choices.map(validation))}</worksheet>`;
}

function listed(name: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : counted(name, parts);
}

function validation({ column, lastRow, range }: CellChoice): string {
  const cells = `${cellPlace(2, column)}:${cellPlace(lastRow, column)}`;
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="不在可选范围内" error="请从下拉列表中选择" sqref="${cells}"><formula1>${escaped(range)}</formula1></dataValidation>`;
}

const LETTERS = 26;

/** A1, B1, … Z1, AA1, …: rows from 1, columns from 0. */
export function cellPlace(row: number, column: number): string {
  return columnLetters(column) + String(row);
}

/** A, B, … Z, AA, … */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? letter : columnLetters(Math.floor(index / LETTERS) - 1) + letter;
}

/** What XML 1.0 cannot hold at all: control characters and halves of characters. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in XML. */
export function escaped(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
