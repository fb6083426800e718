import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef, PDFStream, type PDFContext } from 'pdf-lib';

/** What makes a document more than pages to look at. */
export type ActiveContent = 'script' | 'attachment';

const ACTIVE_KEYS: Readonly<Record<string, ActiveContent>> = {
  JS: 'script',
  JavaScript: 'script',
  XFA: 'script',
  EF: 'attachment',
  EmbeddedFiles: 'attachment',
  RichMediaContent: 'attachment',
};

/** Kinds of actions (S) that run something or reach out of the document. */
const ACTIVE_ACTIONS: Readonly<Record<string, ActiveContent>> = {
  JavaScript: 'script',
  Launch: 'script',
  SubmitForm: 'script',
  ImportData: 'script',
  GoToR: 'script',
  GoToE: 'attachment',
  Rendition: 'attachment',
  RichMediaExecute: 'attachment',
  Movie: 'attachment',
  Sound: 'attachment',
};

/** Kinds of objects (Type, Subtype) that carry other files. */
const ACTIVE_KINDS: Readonly<Record<string, ActiveContent>> = {
  EmbeddedFile: 'attachment',
  FileAttachment: 'attachment',
  RichMedia: 'attachment',
  Screen: 'attachment',
  Movie: 'attachment',
  Sound: 'attachment',
  '3D': 'attachment',
};

/** Everything that the document's root leads to, and the first active content among it. */
export function reachedFrom(
  root: PDFObject,
  context: PDFContext,
): { readonly refs: ReadonlySet<PDFRef>; readonly active: ActiveContent | undefined } {
  const refs = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [root];
  let active: ActiveContent | undefined;
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (refs.has(object)) continue;
      refs.add(object);
      waiting.push(context.lookup(object));
    } else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else {
      const dictionary = object instanceof PDFStream ? object.dict : object;
      if (!(dictionary instanceof PDFDict)) continue;
      for (const [key, value] of dictionary.entries()) {
        active ??= activeEntry(key, value);
        waiting.push(value);
      }
    }
  }
  return { refs, active };
}

function activeEntry(key: PDFName, value: PDFObject): ActiveContent | undefined {
  const name = textOf(key);
  if (ACTIVE_KEYS[name]) return ACTIVE_KEYS[name];
  if (!(value instanceof PDFName)) return undefined;
  if (name === 'S') return ACTIVE_ACTIONS[textOf(value)];
  return name === 'Type' || name === 'Subtype' ? ACTIVE_KINDS[textOf(value)] : undefined;
}

/** The library reads #4A for J, but not #4a. */
function textOf(name: PDFName): string {
  return name
    .decodeText()
    .replace(/#([0-9a-f]{2})/gi, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
