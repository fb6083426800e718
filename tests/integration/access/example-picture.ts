import sharp from 'sharp';

/** A small photo to upload. */
export async function aPicture(): Promise<Blob> {
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#7a8b99' } });
  return new Blob([new Uint8Array(await picture.jpeg().toBuffer())], { type: 'image/jpeg' });
}
