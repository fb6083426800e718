import sharp from 'sharp';
import { drawEvidencePhoto } from '../../../plugins/exchange/server/demonstration/photo/draw-evidence-photo';
import { photoPrints } from '../../../plugins/registry/server/services/photo-print';
import { readPicture, readPrints } from '../../../plugins/registry/server/services/picture';
import { ALTERATIONS } from '../../harness/altered-photos.cjs';

/** `anju.near_print()`; tests/integration/registry/photo-prints.test.ts holds the two equal. */
const NEAR = 36;
const BAND = 16;
const PHOTOS = 60;
const ALTERED = 6;

let photos: readonly Buffer[];
let prints: readonly (readonly string[])[];

beforeAll(async () => {
  photos = await Promise.all(Array.from({ length: PHOTOS }, (_, index) => drawEvidencePhoto(index + 1, 'house')));
  prints = await Promise.all(photos.map(printsOf));
});

async function printsOf(photo: Buffer): Promise<readonly string[]> {
  const { prints } = await readPicture(photo, '照片');
  if (prints === null) throw new Error('The photo has no print');
  return prints;
}

/** Whether a photo with the prints `asked` finds the one that is stored under `own`, as the database looks for it. */
function finds(asked: readonly string[], own: string): boolean {
  const bands = Array.from({ length: 8 }, (_, band) => band * BAND);
  const sharesBand = asked.some((print) => bands.some((at) => own.startsWith(print.slice(at, at + BAND), at)));
  return sharesBand && asked.some((print) => difference(print, own) <= NEAR);
}

function difference(one: string, other: string): number {
  let bits = 0;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) bits += 1;
  return bits;
}

describe('the print of a photo', () => {
  it('is 256 bits, the photo’s own first', () => {
    expect(prints.flat().every((print) => /^[01]{256}$/.test(print))).toBe(true);
    expect(new Set(prints.map(([own]) => own)).size).toBe(PHOTOS);
  });

  it.each(Object.entries(ALTERATIONS))('finds the photo again: %s', async (_name, alter) => {
    const asked = await Promise.all(photos.slice(0, ALTERED).map(async (photo) => printsOf(await alter(photo))));
    expect(asked.filter((print, index) => !finds(print, prints[index]?.[0] ?? ''))).toEqual([]);
  });

  it.each(Object.entries(ALTERATIONS))('is found by the photo it was made of: %s', async (_name, alter) => {
    const altered = await Promise.all(photos.slice(0, ALTERED).map(async (photo) => printsOf(await alter(photo))));
    expect(altered.filter(([own = ''], index) => !finds(prints[index] ?? [], own))).toEqual([]);
  });

  it('finds no other photo', () => {
    const found = prints.flatMap((asked, index) =>
      prints.filter(([own = ''], other) => other !== index && finds(asked, own)),
    );
    expect(found).toEqual([]);
  });

  it('is not made of a picture without contrast, which looks like every other', async () => {
    const blank = { create: { width: 300, height: 200, channels: 3, background: '#d8d8d4' } } as const;
    expect(await readPrints(await sharp(blank).jpeg().toBuffer())).toBeNull();
    expect(photoPrints({ side: 128, points: new Uint8Array(128 * 128).fill(90) })).toBeNull();
  });
});
