import {
  type FormOption,
  type RecognitionColumn,
  SAFEGUARD_KIND_LABELS,
  SAFEGUARD_KINDS,
  type SafeguardKind,
} from '@anju/domain';
import { fieldErrors, type FormDefinition, type FormField, safeguardInput } from '@anju/domain/contracts';
import type { ColumnPlaces, ListHeader } from './list-header';
import type { ListRow } from './list-row';
import type { ListWatch } from './list-watch';
import { keyOfOption } from './option-words';
import type { ParsedEntry } from './parsed-entry';
import { openList } from './read-list';
import type { RecognitionForm } from './recognition-columns';
import { RowFields, TOO_MANY_CELLS } from './row-fields';

/** A row of the workbook: which household, as it was when the workbook was made, and what the form is sent; null: left blank. */
export type ParsedRecognition = ParsedEntry<'householdId' | 'version' | 'headName' | 'householdNumber' | 'input'>;

const LONGEST_TEXT = 500;

/** What rows are read by. Options are read for the whole region: which hold in a household's own place is judged with it. */
export interface RecognitionReading {
  readonly form: RecognitionForm;
  readonly forms: FormDefinition;
  readonly options: readonly FormOption[];
  readonly today: string;
}

/** Reads a filled-in workbook; throws ListRefused when the file is none. */
export async function* readRecognitions(
  path: string,
  header: ListHeader<string>,
  reading: RecognitionReading,
  watch: ListWatch = {},
): AsyncGenerator<ParsedRecognition, void> {
  const list = await openList(path, header, watch);
  const places = header.places(list.header);
  for await (const { row, tooLong } of list.rows) {
    const parsed = new RecognitionRow(row, places, header, reading).parse();
    yield tooLong ? { ...parsed, errors: [{ row: row.number, ...TOO_MANY_CELLS }] } : parsed;
  }
}

class RecognitionRow {
  readonly #fields: RowFields<string>;

  constructor(
    row: ListRow,
    places: ColumnPlaces<string>,
    header: ListHeader<string>,
    readonly reading: RecognitionReading,
  ) {
    this.#fields = new RowFields(row, places, header.columns);
  }

  parse(): ParsedRecognition {
    const fields = this.#fields;
    const householdId = fields.integer('householdId');
    const version = fields.integer('version');
    if (fields.errors.length === 0 && (householdId === null || version === null)) {
      fields.refuse('householdId', '系统编号和版本不能改动，请使用导出的认定信息表');
    }
    const kind = this.#kind();
    const input = kind === null ? null : this.#input(kind, version ?? 0);
    const written = { headName: fields.optional('headName'), householdNumber: fields.optional('householdNumber') };
    const values = { householdId, version, ...written, input: input === null ? null : JSON.stringify(input) };
    return { row: fields.row.number, values, errors: fields.errors };
  }

  /** The kind, by its name; a row of which nothing is filled in is left for later. */
  #kind(): SafeguardKind | null {
    const text = this.#fields.text('kind');
    const kind = SAFEGUARD_KINDS.find(
      (entry) => entry === text || this.#nameOf(entry) === text || SAFEGUARD_KIND_LABELS[entry] === text,
    );
    if (kind !== undefined) return kind;
    const isFilled = this.reading.form.columns.some(({ name, isCommon }) => !isCommon && this.#isFilled(name));
    if (text !== '') this.#fields.refuse('kind', `住房安全保障情况“${text}”不在可选范围内`);
    else if (isFilled) this.#fields.refuse('kind', '没有选择住房安全保障情况');
    return null;
  }

  #input(kind: SafeguardKind, version: number): object {
    const sent: Record<string, unknown> = { kind, version };
    for (const column of this.reading.form.columns) {
      const field = column.fields[kind];
      if (field) sent[column.name] = this.#value(column, field);
      else if (this.#isFilled(column.name)) {
        this.#fields.refuse(column.name, `不属于“${this.#nameOf(kind)}”，请清空`);
      }
    }
    this.#judgeShape(sent);
    return sent;
  }

  /** The same shape that the form's door asks for: lengths, numbers, days. */
  #judgeShape(sent: object): void {
    const refused = new Set(this.#fields.errors.map(({ field }) => field));
    const parsed = safeguardInput.safeParse(sent);
    if (parsed.success) return;
    for (const [name, message] of Object.entries(fieldErrors(parsed.error))) {
      const column = name in this.#fields.columns ? name : 'kind';
      if (!refused.has(this.#fields.columns[column]?.title ?? '')) this.#fields.refuse(column, message);
    }
  }

  #value({ name }: RecognitionColumn, field: FormField): string | number | boolean | null {
    if (field.optionList) return this.#option(name, field);
    switch (field.type) {
      case 'date':
        return this.#fields.date(name);
      case 'money':
        return this.#fields.decimal(name);
      case 'year':
        return this.#fields.year(name);
      case 'tick':
        return this.#fields.yesNo(name) ?? false;
      case 'yesNo':
        return this.#fields.yesNo(name);
      case 'option':
      case 'person':
      case 'text':
        return this.#fields.bounded(name, LONGEST_TEXT) || null;
    }
  }

  #option(name: string, field: FormField): string | number | null {
    const text = field.type === 'year' ? this.#fields.text(name).replace(/年(度)?$/, '') : this.#fields.text(name);
    if (text === '') return null;
    const key = keyOfOption(text, field, this.reading);
    if (key === undefined) this.#fields.refuse(name, `${field.label}“${text}”不在可选范围内`);
    return key !== undefined && field.type === 'year' ? Number(key) : (key ?? null);
  }

  #isFilled(name: string): boolean {
    const cell = this.#fields.cell(name);
    return cell !== null && String(cell).trim() !== '';
  }

  #nameOf(kind: SafeguardKind): string {
    return this.reading.forms.kinds.find((entry) => entry.kind === kind)?.label ?? SAFEGUARD_KIND_LABELS[kind];
  }
}
