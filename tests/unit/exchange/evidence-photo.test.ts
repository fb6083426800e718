import sharp from 'sharp';
import {
  drawEvidencePhoto,
  type PhotoStyle,
} from '../../../plugins/exchange/server/demonstration/photo/draw-evidence-photo';

const STYLES: readonly PhotoStyle[] = ['house', 'paper'];
const NEARLY_EQUAL_BITS = 3;

describe.each(STYLES)('a drawn photo of a %s', (style) => {
  it('is a JPEG of at most 8 kB', async () => {
    const photo = await drawEvidencePhoto(42, style);
    const { format, width } = await sharp(photo).metadata();
    expect(format).toBe('jpeg');
    expect(width).toBeLessThanOrEqual(320);
    expect(photo.length).toBeLessThanOrEqual(8192);
  });

  it('is equal for an equal seed', async () => {
    expect(await drawEvidencePhoto(7, style)).toEqual(await drawEvidencePhoto(7, style));
  });

  it('is told apart from others by a difference hash', async () => {
    const hashes: bigint[] = [];
    for (let seed = 1; seed <= 150; seed += 1) hashes.push(await differenceHash(await drawEvidencePhoto(seed, style)));
    const near = hashes.flatMap((hash, index) =>
      hashes.slice(index + 1).filter((other) => differentBits(hash, other) <= NEARLY_EQUAL_BITS),
    );
    expect(near).toEqual([]);
  });
});

async function differenceHash(photo: Buffer): Promise<bigint> {
  const grey = await sharp(photo).greyscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer();
  let hash = 0n;
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      const at = row * 9 + column;
      hash = (hash << 1n) | ((grey[at] ?? 0) < (grey[at + 1] ?? 0) ? 1n : 0n);
    }
  }
  return hash;
}

function differentBits(one: bigint, other: bigint): number {
  return [...(one ^ other).toString(2)].filter((bit) => bit === '1').length;
}
