import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { everySeconds, inScope, loggedError, requestDb } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { placePhoto, takePhotoTurn, unprintedPhotos, uploadedPhotos, type WaitingPhoto } from '../queries/photo-prints';
import { configurationInForce } from './configuration';
import type { EvidenceStorage } from './evidence-storage';
import { readPrints } from './picture';

const SECONDS_BETWEEN = 3;
/** When nothing waits, the whole register is searched for photos without a print no more often than this. */
const SEARCH_MILLISECONDS = 600_000;
const BATCH = 15;
/** A print takes the processor some ten milliseconds: no request shall wait for more than one. */
const PAUSE_MILLISECONDS = 100;
const WHOLE_NODE = '';
/** An upload's transaction has ended by then. */
const UPLOAD_SECONDS = 60;

/** Whether evidence of this category is compared between households: photos of houses, no papers. */
export async function isComparedPhoto(category: string): Promise<boolean> {
  return (await comparedCategories()).includes(category);
}

/** Compares, in small batches, the photos that no upload has compared; returns the stop. */
export function startPlacingPhotos(strapi: Core.Strapi, storage: EvidenceStorage): () => Promise<void> {
  let after = 0;
  let searchedAt = 0;
  return everySeconds(
    SECONDS_BETWEEN,
    async () => {
      await inTurn(strapi, () => placeUploadedPhotos(storage, UPLOAD_SECONDS));
      if (after === 0 && Date.now() - searchedAt < SEARCH_MILLISECONDS) return;
      await inTurn(strapi, async () => {
        searchedAt = Date.now();
        after = await placeUnprintedPhotos(storage, after);
      });
    },
    (error) => strapi.log.error('photos were not compared', { stack: loggedError(error) }),
  );
}

/** Looks once more at photos uploaded at least so long ago: one that came at the same moment is visible by now. */
export async function placeUploadedPhotos(storage: EvidenceStorage, seconds: number): Promise<void> {
  await placeAll(storage, await uploadedPhotos(requestDb(), seconds, BATCH));
}

/** Prints the next photos after `after` that have no print; answers the last one's id, 0 when there are no more. */
export async function placeUnprintedPhotos(storage: EvidenceStorage, after: number): Promise<number> {
  const photos = await unprintedPhotos(requestDb(), await comparedCategories(), after, BATCH);
  await placeAll(storage, photos);
  return photos.at(-1)?.id ?? 0;
}

/** In the scope of the whole node; passes when another process is at it. */
function inTurn(strapi: Core.Strapi, work: () => Promise<void>): Promise<void> {
  return inScope(strapi, WHOLE_NODE, async () => {
    if (await takePhotoTurn(requestDb())) await work();
  });
}

/** Prints first, with pauses, and writes then: what is written holds its households' locks until the turn ends. */
async function placeAll(storage: EvidenceStorage, photos: readonly WaitingPhoto[]): Promise<void> {
  const printed: (readonly [id: number, prints: readonly string[] | null])[] = [];
  for (const photo of photos) {
    printed.push([photo.id, await storedPrints(storage, photo)]);
    await pause(PAUSE_MILLISECONDS);
  }
  for (const [id, prints] of printed) await placePhoto(requestDb(), id, prints, 'later');
}

/** Null when the file is missing or no picture: the photo then stands by its content alone. */
async function storedPrints(storage: EvidenceStorage, photo: WaitingPhoto): Promise<readonly string[] | null> {
  const file = await storage.find(photo.thumbnail_key ?? photo.storage_key);
  if (!file) return null;
  return readPrints(await buffer(file.open())).catch(() => null);
}

async function comparedCategories(): Promise<readonly string[]> {
  const { evidence } = await configurationInForce();
  return evidence.categories.filter(({ accepts }) => accepts === 'photo').map(({ key }) => key);
}
