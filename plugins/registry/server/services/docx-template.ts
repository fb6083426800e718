import { readZipParts, writeZipParts } from './zip-parts';

/** The values of a document's placeholders by name; an empty one leaves a line to write on. */
export type DocumentValues = Readonly<Record<string, string>>;

/** The template names a value that no document has: whoever edits it in Word is told its name. */
export class UnknownPlaceholder extends Error {
  constructor(readonly placeholder: string) {
    super(`The template names an unknown value: ${placeholder}`);
  }
}

const BODY = 'word/document.xml';
const PARAGRAPH = /<w:p[ >].*?<\/w:p>/gs;
const TEXT = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g;
const PLACEHOLDER = /\{([^{}]{1,40})\}/g;
const BLANK = '________';
/** XML 1.0 knows none of these (section 2.2). */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Fills the placeholders `{名称}` of a Word document's body; throws UnknownPlaceholder, or RangeError when it is no such document. */
export function fillDocument(template: Buffer, values: DocumentValues): Buffer {
  const parts = new Map(readZipParts(template));
  const body = parts.get(BODY);
  if (!body) throw new RangeError('not a Word document');
  const filled = body.toString('utf8').replace(PARAGRAPH, (paragraph) => fillParagraph(paragraph, values));
  return writeZipParts(parts.set(BODY, Buffer.from(filled)));
}

/** Word splits a text into runs where it likes: a placeholder is found over all of them and written into the run that it begins in. */
function fillParagraph(paragraph: string, values: DocumentValues): string {
  const texts = [...paragraph.matchAll(TEXT)].map(([, text = '']) => unescaped(text));
  const whole = texts.join('');
  const found = [...whole.matchAll(PLACEHOLDER)];
  if (found.length === 0) return paragraph;
  let start = 0;
  const written = texts.map((text) => {
    const from = start;
    start += text.length;
    return replaced(text, from, found, values);
  });
  let next = 0;
  return paragraph.replace(TEXT, () => `<w:t xml:space="preserve">${escaped(written[next++] ?? '')}</w:t>`);
}

function replaced(text: string, from: number, found: readonly RegExpExecArray[], values: DocumentValues): string {
  let result = '';
  let at = from;
  const to = from + text.length;
  for (const match of found) {
    const end = match.index + match[0].length;
    if (end <= at || match.index >= to) continue;
    result += text.slice(at - from, Math.max(at, match.index) - from);
    if (match.index >= from) result += valueOf(match[1] ?? '', values);
    at = Math.min(end, to);
  }
  return result + text.slice(at - from);
}

function valueOf(name: string, values: DocumentValues): string {
  const value = new Map(Object.entries(values)).get(name);
  if (value === undefined) throw new UnknownPlaceholder(name);
  return value.trim() === '' ? BLANK : value;
}

function escaped(text: string): string {
  return text.replace(CONTROL, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
