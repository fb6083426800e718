import { randomBytes } from 'node:crypto';

const WIDTH = 640;
const HEIGHT = 480;

/** A photograph of nothing, some 200 KB of JPEG. */
export async function aPhoto() {
  // Loaded late: scripts are read before anything is installed.
  const { default: sharp } = await import('sharp');
  const noise = { raw: { width: WIDTH, height: HEIGHT, channels: 3 } };
  return sharp(randomBytes(WIDTH * HEIGHT * 3), noise)
    .jpeg({ quality: 60 })
    .toBuffer();
}
