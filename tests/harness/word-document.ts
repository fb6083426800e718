import PizZip from 'pizzip';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/></Types>`;

/** A Word document of one paragraph whose text Word has split into these runs, with further parts. */
export function aWordDocument(runs: readonly string[], further: Readonly<Record<string, string>> = {}): Buffer {
  const texts = runs.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`).join('');
  const body = `<w:document><w:body><w:p><w:pPr/>${texts}</w:p><w:p w:rsidR="1"><w:r><w:t>完</w:t></w:r></w:p></w:body></w:document>`;
  return anArchive({ '[Content_Types].xml': TYPES, 'word/document.xml': body, ...further });
}

export function anArchive(parts: Readonly<Record<string, string>>): Buffer {
  const archive = new PizZip();
  for (const [name, content] of Object.entries(parts)) archive.file(name, content);
  return archive.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** A part of a Word document as it stands there. */
export function partOf(document: Buffer, name = 'word/document.xml'): string {
  const part = new PizZip(document).file(name);
  if (!part) throw new Error(`The document has no ${name}`);
  return part.asText();
}

/** The texts of the runs of a part. */
export function textsOf(document: Buffer, name?: string): string[] {
  return [...partOf(document, name).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text);
}
