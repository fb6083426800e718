import { fillDocument, UnknownPlaceholder } from '../../../plugins/registry/dist/server/services/docx-template';
import { readZipParts, writeZipParts } from '../../../plugins/registry/dist/server/services/zip-parts';

function documentOf(...runs: string[]): Buffer {
  const texts = runs.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`).join('');
  const body = `<w:document><w:body><w:p><w:pPr/>${texts}</w:p><w:p w:rsidR="1"><w:r><w:t>完</w:t></w:r></w:p></w:body></w:document>`;
  return writeZipParts(
    new Map([
      ['[Content_Types].xml', Buffer.from('<Types/>')],
      ['word/document.xml', Buffer.from(body)],
    ]),
  );
}

function textsOf(document: Buffer): string[] {
  const body = readZipParts(document).get('word/document.xml')?.toString('utf8') ?? '';
  return [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text);
}

describe('a Word template', () => {
  it('is filled where Word has split a placeholder over several runs, into the run that it begins in', () => {
    const filled = fillDocument(documentOf('户主{户主', '姓', '名}，共{人口}', '人'), {
      户主姓名: '罗大山',
      人口: '4',
    });
    expect(textsOf(filled)).toEqual(['户主罗大山', '', '，共4', '人', '完']);
  });

  it('leaves a line to write on where the record has no value, and every other part as it was', () => {
    const filled = fillDocument(documentOf('自{入住时间}入住'), { 入住时间: ' ' });
    expect(textsOf(filled)).toEqual(['自________入住', '完']);
    expect([...readZipParts(filled).keys()]).toEqual(['[Content_Types].xml', 'word/document.xml']);
  });

  it('writes a value as text, whatever it holds', () => {
    const filled = fillDocument(documentOf('A&amp;{甲}'), { 甲: '<w:p>&{乙}$1\u0000' });
    expect(textsOf(filled)).toEqual(['A&amp;&lt;w:p&gt;&amp;{乙}$1', '完']);
  });

  it('names a placeholder that it does not know', () => {
    expect(() => fillDocument(documentOf('{户主}'), { 户主姓名: 'x' })).toThrow(UnknownPlaceholder);
  });

  it('is refused when it is no document, cut off or damaged', () => {
    const whole = documentOf('x');
    const damaged = Buffer.from(whole);
    damaged.writeUInt32LE(0, damaged.length - 6);
    for (const bytes of [Buffer.from('x'), whole.subarray(0, 60), damaged, writeZipParts(new Map())]) {
      expect(() => fillDocument(bytes, {})).toThrow();
    }
  });
});
