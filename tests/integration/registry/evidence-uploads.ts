import { randomBytes } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';

/** A photo of noise, lying on its side, taken at a known place. */
export async function aPhoto(width = 1200, height = 800): Promise<Buffer> {
  const raw = randomBytes(width * height * 3);
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 45/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** A document of empty pages, with what makes it more than that. */
export async function aDocument(pages: number, extra?: 'script' | 'attachment'): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor('SecretWriter');
  for (let page = 0; page < pages; page += 1) document.addPage([300, 400]);
  if (extra === 'script') document.addJavaScript('main', 'app.alert(1)');
  if (extra === 'attachment') await document.attach(Buffer.from('MZ'), 'a.exe');
  return Buffer.from(await document.save());
}

/** Files that are no evidence: what is wrong, the status, the file, and a part of the sentence. */
export const REFUSED_FILES: readonly (readonly [
  name: string,
  status: number,
  file: () => Buffer | Promise<Buffer>,
  sentence: string,
])[] = [
  ['a text file named .jpg', 415, () => Buffer.from('这不是照片'.repeat(100)), '不是图片'],
  ['a truncated JPEG', 415, async () => (await aPhoto()).subarray(0, 40_000), '图片不完整或已损坏'],
  [
    'a JPEG of nothing but its first bytes',
    415,
    () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    '图片不完整或已损坏',
  ],
  ['a 30 MB file', 413, () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(30 * 1024 * 1024)]), '20 MB'],
  [
    'a file just over 20 MB',
    413,
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(20 * 1024 * 1024)]),
    '20 MB',
  ],
  [
    'a PNG of 100 million pixels',
    413,
    () =>
      sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    '像素',
  ],
  [
    'an SVG',
    415,
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    '不是图片',
  ],
  ['a page of HTML', 415, () => Buffer.from('<!doctype html><script>alert(1)</script>'), '不是图片'],
  ['a PDF with a script', 415, () => aDocument(1, 'script'), '有脚本'],
  ['a PDF with another file in it', 415, () => aDocument(1, 'attachment'), '夹带了其他文件'],
  ['a PDF of 51 pages', 413, () => aDocument(51), '最多 50 页'],
  ['a PDF that is cut off', 415, async () => (await aDocument(2)).subarray(0, -200), 'PDF 不完整'],
  ['an empty file', 400, () => Buffer.alloc(0), '文件'],
];
