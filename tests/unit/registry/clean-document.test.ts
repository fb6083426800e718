import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { cleanDocument } from '../../../plugins/registry/dist/server/services/pdf/clean-document';

/** A document of one page, changed as the test says. */
async function aDocument(
  change: (document: PDFDocument) => void = () => undefined,
  useObjectStreams = true,
): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([200, 200]).drawRectangle({ width: 20, height: 20 });
  change(document);
  return Buffer.from(await document.save({ useObjectStreams }));
}

async function verdict(bytes: Buffer): Promise<string> {
  const clean = await cleanDocument(bytes);
  return 'refused' in clean ? clean.refused : `${clean.pageCount} pages`;
}

const withAction = (action: Record<string, string>) => (document: PDFDocument) =>
  document.catalog.set(PDFName.of('OpenAction'), document.context.obj(action));

describe('a PDF that is taken in', () => {
  it('is pages alone, written anew without who made it', async () => {
    const source = await aDocument((document) => document.setAuthor('SecretWriter'), false);
    const clean = await cleanDocument(source);
    if ('refused' in clean) throw new Error(clean.refused);
    expect(clean.pageCount).toBe(1);
    const text = Buffer.from(clean.bytes).toString('latin1');
    expect(source.toString('latin1')).toContain('/Author');
    expect((await PDFDocument.load(clean.bytes, { updateMetadata: false })).getAuthor()).toBeUndefined();
    expect(text).not.toContain('SecretWriter');
  });

  it.each([
    ['a script in the catalogue', (document: PDFDocument) => document.addJavaScript('a', 'app.alert(1)'), 'script'],
    ['a script when it opens', withAction({ S: 'JavaScript', JS: 'app.alert(1)' }), 'script'],
    ['a program when it opens', withAction({ S: 'Launch', F: 'calc.exe' }), 'script'],
    ['a form that is sent away', withAction({ S: 'SubmitForm', F: 'http://example.org' }), 'script'],
    [
      'a form with scripts of its own kind',
      (document: PDFDocument) =>
        document.catalog.set(PDFName.of('AcroForm'), document.context.obj({ XFA: PDFString.of('<xdp/>') })),
      'script',
    ],
    [
      'a script at a page',
      (document: PDFDocument) =>
        document
          .getPage(0)
          .node.set(PDFName.of('AA'), document.context.obj({ O: { S: 'JavaScript', JS: 'app.alert(1)' } })),
      'script',
    ],
    [
      'a film on a page',
      (document: PDFDocument) =>
        document
          .getPage(0)
          .node.set(PDFName.of('Annots'), document.context.obj([{ Type: 'Annot', Subtype: 'RichMedia' }])),
      'attachment',
    ],
  ])('is refused with %s, packed or not', async (_name, change, wanted) => {
    expect([await verdict(await aDocument(change, true)), await verdict(await aDocument(change, false))]).toEqual([
      wanted,
      wanted,
    ]);
  });

  it('is refused with a script whose name is written in other letters', async () => {
    const plain = (await aDocument(withAction({ S: 'JavaScript', JS: 'app.alert(1)' }), false)).toString('latin1');
    const disguised = plain.replace('/S /JavaScript', '/S /#4aavaScript').replace('/JS ', '/#4aS ');
    expect(disguised).not.toBe(plain);
    expect(await verdict(Buffer.from(disguised, 'latin1'))).toBe('script');
  });

  it('keeps nothing that its pages do not lead to, such as what an earlier version held', async () => {
    const plain = (await aDocument(undefined, false)).toString('latin1');
    const hidden = plain.replace('xref\n', '99 0 obj\n<< /S /JavaScript /JS (app.alert) >>\nendobj\nxref\n');
    const clean = await cleanDocument(Buffer.from(hidden, 'latin1'));
    if ('refused' in clean) throw new Error(clean.refused);
    expect(Buffer.from(clean.bytes).toString('latin1')).not.toContain('JavaScript');
  });

  it('is refused when its packed objects would fill the memory', async () => {
    const packed = deflateSync(Buffer.alloc(64 * 1024 ** 2, 0x20));
    const plain = (await aDocument(undefined, false)).toString('latin1');
    const bomb = `98 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream\nendobj\n`;
    for (const text of [bomb, bomb.replace('/ObjStm', '/#4fbjStm')])
      expect(await verdict(Buffer.from(plain.replace('xref\n', `${text}xref\n`), 'latin1'))).toBe('bomb');
    // The reader passes over a wrong checksum, and over an end that is missing.
    const wrong = Buffer.concat([packed.subarray(0, -4), Buffer.from('abcd')]);
    for (const broken of [wrong, packed.subarray(0, -1000)]) {
      const text = bomb.replace(packed.toString('latin1'), () => broken.toString('latin1'));
      expect(
        await verdict(
          Buffer.from(
            plain.replace('xref\n', () => `${text}xref\n`),
            'latin1',
          ),
        ),
      ).toBe('bomb');
    }
    const twice = bomb.replace('/Filter /FlateDecode', '/Filter [/FlateDecode /FlateDecode]');
    expect(await verdict(Buffer.from(plain.replace('xref\n', `${twice}xref\n`), 'latin1'))).toBe('bomb');
  });

  it.each([
    ['cut off', async () => (await aDocument()).subarray(0, -40)],
    ['nothing but its first line', () => Promise.resolve(Buffer.from('%PDF-1.7\n%%EOF'))],
    ['noise between head and foot', () => Promise.resolve(Buffer.from(`%PDF-1.7\n${'x<<[('.repeat(5000)}\n%%EOF`))],
  ])('is refused when it is %s', async (_name, bytes) => {
    expect(await verdict(await bytes())).toBe('broken');
  });
});
