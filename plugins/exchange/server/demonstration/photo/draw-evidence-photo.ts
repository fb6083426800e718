import sharp from 'sharp';
import { Random } from '../random';
import { writeBlockLetters } from './block-letters';
import { Canvas } from './canvas';
import { drawHouse } from './house';
import { drawPaper } from './paper';

export type PhotoStyle = 'house' | 'paper';

export const PHOTO_WIDTH = 200;
export const PHOTO_HEIGHT = 150;
const QUALITY = 62;
/** Points and strength of the light field: strong enough that a perceptual hash tells any two pictures apart. */
const FIELD_COLUMNS = 9;
const FIELD_ROWS = 8;
const FIELD_STRENGTH = { house: 26, paper: 60 } as const;

/** A drawn JPEG of at most 8 kB that says DEMO: equal for an equal seed and style, different otherwise. */
export function drawEvidencePhoto(seed: number, style: PhotoStyle): Promise<Buffer> {
  const random = new Random(seed, style === 'house' ? 1 : 2, 3);
  const canvas = new Canvas(PHOTO_WIDTH, PHOTO_HEIGHT);
  if (style === 'house') drawHouse(canvas, random);
  else drawPaper(canvas, random);
  canvas.shade(lightField(random, FIELD_STRENGTH[style]));
  const mark = {
    left: random.integer(6, PHOTO_WIDTH - 122),
    top: random.integer(PHOTO_HEIGHT - 70, PHOTO_HEIGHT - 40),
    dot: 5,
  };
  writeBlockLetters(canvas, 'DEMO', mark, style === 'house' ? [255, 250, 200] : [206, 120, 112]);
  writeBlockLetters(canvas, String(Math.abs(seed)), { left: 4, top: PHOTO_HEIGHT - 16, dot: 2 }, [30, 30, 30]);
  return sharp(canvas.pixels, { raw: { width: PHOTO_WIDTH, height: PHOTO_HEIGHT, channels: 3 } })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}

function lightField(random: Random, strength: number): number[][] {
  return Array.from({ length: FIELD_ROWS }, () =>
    Array.from({ length: FIELD_COLUMNS }, () => (random.next() - 0.5) * 2 * strength),
  );
}
