import Docxtemplater from 'docxtemplater';
import { type Archive, openArchive } from './archive';
import { PlainPlaceholders } from './plain-placeholders';

/** The values of a document's placeholders by name; an empty one leaves a line to write on. */
export type DocumentValues = Readonly<Record<string, string>>;

/** The template names a value that no document has: whoever edits it in Word is told its name. */
export class UnknownPlaceholder extends Error {
  constructor(readonly placeholder: string) {
    super(`The template names an unknown value: ${placeholder}`);
  }
}

/** A brace of the template lacks its other one; `text` stands about it. */
export class LooseBrace extends Error {
  constructor(readonly text: string) {
    super('A brace of the template lacks its other one');
  }
}

const BLANK = '________';
/** XML 1.0 knows none of these (section 2.2). */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The names of the placeholders `{名称}` of a Word document; throws LooseBrace, or another error when it is no such document. */
export function placeholdersOf(archive: Archive): readonly string[] {
  return read(archive).names;
}

/** Fills the placeholders of a Word document; throws UnknownPlaceholder, LooseBrace, or another error when it is no such document. */
export function fillDocument(template: Buffer, values: DocumentValues): Buffer {
  const { document, names } = read(openArchive(template));
  const unknown = names.find((name) => !Object.hasOwn(values, name));
  if (unknown !== undefined) throw new UnknownPlaceholder(unknown);
  return document.render(Object.fromEntries(names.map((name) => [name, textOf(values[name] ?? '')]))).toBuffer();
}

function textOf(value: string): string {
  return value.trim() === '' ? BLANK : value.replace(CONTROL, '');
}

function read(archive: Archive): { readonly document: Docxtemplater; readonly names: readonly string[] } {
  const placeholders = new PlainPlaceholders();
  const document = compiled(archive, placeholders);
  if (placeholders.fileType !== 'docx') throw new RangeError('not a Word document');
  return { document, names: [...placeholders.names] };
}

function compiled(archive: Archive, placeholders: PlainPlaceholders): Docxtemplater {
  try {
    return new Docxtemplater(archive, {
      modules: [placeholders],
      parser: (name) => ({ get: (values: DocumentValues) => values[name] }),
      syntax: { changeDelimiterPrefix: null },
      errorLogging: false,
    });
  } catch (error) {
    throw looseBraceOf(error) ?? error;
  }
}

/** What docxtemplater throws of a template (its errors.js): one error with all that it found. */
interface TemplateError {
  readonly properties?: {
    readonly id?: string;
    readonly context?: string;
    readonly errors?: readonly TemplateError[];
  };
}

function looseBraceOf(error: unknown): LooseBrace | undefined {
  const [first] = (error as TemplateError).properties?.errors ?? [];
  const { id, context = '' } = first?.properties ?? {};
  if (id === 'unclosed_tag' || id === 'duplicate_open_tag') return new LooseBrace(context);
  if (id === 'unopened_tag') return new LooseBrace(`${context.replace(/^\}/, '')}}`);
  // What it gives as the context of this one is the document's end.
  return id === 'duplicate_close_tag' ? new LooseBrace('}}') : undefined;
}
