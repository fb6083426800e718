import { randomBytes } from 'node:crypto';

const WIDTH = 320;
const HEIGHT = 240;

/** A photograph of nothing, some 50 KB of JPEG. */
export async function aPhoto() {
  // Loaded late: scripts are read before anything is installed.
  const { default: sharp } = await import('sharp');
  const noise = { raw: { width: WIDTH, height: HEIGHT, channels: 3 } };
  return sharp(randomBytes(WIDTH * HEIGHT * 3), noise)
    .jpeg({ quality: 60 })
    .toBuffer();
}

/** The photo with a comment of its own: the register takes the same bytes again for the same piece of evidence. */
export function commented(photo, comment) {
  const text = Buffer.from(comment);
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([photo.subarray(0, 2), head, text, photo.subarray(2)]);
}
