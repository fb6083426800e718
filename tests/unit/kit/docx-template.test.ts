import { ArchiveTooLarge, openArchive } from '../../../plugins/kit/src/documents/archive';
import {
  fillDocument,
  LooseBrace,
  placeholdersOf,
  UnknownPlaceholder,
} from '../../../plugins/kit/src/documents/docx-template';
import { anArchive, aWordDocument, partOf, textsOf } from '../../harness/word-document';

function filled(runs: readonly string[], values: Readonly<Record<string, string>>): string[] {
  return textsOf(fillDocument(aWordDocument(runs), values));
}

describe('a Word template', () => {
  it('is filled where Word has split a placeholder over several runs, into the run that it begins in', () => {
    const texts = filled(['户主{户主', '姓', '名}，共{人口}', '人'], { 户主姓名: '罗大山', 人口: '4' });
    expect(texts).toEqual(['户主罗大山', '', '，共4', '人', '完']);
  });

  it('is filled in its header, too', () => {
    const header = '<w:hdr><w:p><w:r><w:t>{村}村民委员会</w:t></w:r></w:p></w:hdr>';
    const document = fillDocument(aWordDocument(['x'], { 'word/header1.xml': header }), { 村: '红岩' });
    expect(textsOf(document, 'word/header1.xml')).toEqual(['红岩村民委员会']);
  });

  it('leaves a line to write on where the record has no value, and every other part as it was', () => {
    const document = fillDocument(aWordDocument(['自{入住时间}入住'], { 'word/x.xml': '{x}' }), { 入住时间: ' ' });
    expect(textsOf(document)).toEqual(['自________入住', '完']);
    expect(partOf(document, 'word/x.xml')).toBe('{x}');
  });

  it('writes a value as text, whatever it holds', () => {
    expect(filled(['A&amp;{甲}'], { 甲: '<w:p>&{乙}$1\u0000\uffff' })).toEqual(['A&amp;&lt;w:p&gt;&amp;{乙}$1', '完']);
  });

  it.each([
    '户主',
    '#户主姓名',
    '/户主姓名',
    '^户主姓名',
    '@户主姓名',
    '=[ ]=',
    '-w:p 户主姓名',
    '.',
    '',
    'constructor',
  ])('takes {%s} for a name like any other, and does not know it', (name) => {
    expect(placeholdersOf(openArchive(aWordDocument([`{${name}}`])))).toEqual([name]);
    const words = expect.objectContaining({ placeholder: name }) as unknown;
    expect(() => filled([`{${name}}`], { 户主姓名: 'x' })).toThrow(UnknownPlaceholder);
    expect(thrown(() => filled([`{${name}}`], { 户主姓名: 'x' }))).toEqual(words);
  });

  it.each([
    ['{县}某{村', '{村完'],
    ['{县}某{{村}', '{{村}完'],
    ['{县}某村}', '某村}'],
    ['{县}}', '}}'],
  ])('names a brace without its other one: %s', (text, words) => {
    const error = thrown(() => filled([text], { 县: 'x', 村: 'y' }));
    expect(error).toBeInstanceOf(LooseBrace);
    expect((error as LooseBrace).text).toBe(words);
  });

  it('is refused when it is no Word document, cut off or damaged', () => {
    const whole = aWordDocument(['x']);
    const damaged = Buffer.from(whole);
    damaged.writeUInt32LE(0, damaged.length - 6);
    const slides = partOf(whole, '[Content_Types].xml').replaceAll(
      'wordprocessingml.document',
      'presentationml.presentation',
    );
    const others = [
      anArchive({}),
      anArchive({ 'word/document.xml': 'x' }),
      aWordDocument(['x'], { '[Content_Types].xml': slides }),
    ];
    for (const bytes of [Buffer.from('x'), whole.subarray(0, 60), damaged, ...others]) {
      expect(() => fillDocument(bytes, {})).toThrow();
    }
  });

  it('is refused when it unpacks to more than a template holds, whatever its directory claims', () => {
    const bomb = anArchive({ 'word/document.xml': 'x'.repeat(1024 ** 2 + 1) });
    const lying = Buffer.from(bomb);
    lying.writeUInt32LE(10, lying.lastIndexOf(Buffer.from('PK\x01\x02')) + 24);
    const pictures = Object.fromEntries(
      Array.from({ length: 5 }, (_, n) => [`word/media/${n}.png`, 'x'.repeat(7 * 1024 ** 2)]),
    );
    const braces = aWordDocument(['{'.repeat(3000)]);
    for (const bytes of [bomb, lying, anArchive(pictures), braces]) {
      expect(bytes.length).toBeLessThan(64 * 1024);
      expect(() => openArchive(bytes)).toThrow(ArchiveTooLarge);
    }
    const picture = aWordDocument(['{县}'], { 'word/media/1.png': 'x'.repeat(7 * 1024 ** 2) });
    expect(placeholdersOf(openArchive(picture))).toEqual(['县']);
  });
});

function thrown(what: () => unknown): unknown {
  try {
    what();
  } catch (error) {
    return error;
  }
  return undefined;
}
