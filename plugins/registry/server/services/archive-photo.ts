import type { ArchivePhoto, ArchivePhotoUpload } from '@anju/domain/contracts';
import { NotFound, requestDb } from '@anju/kit';
import { renovationPlace } from '../queries/renovation-place';
import type { EvidenceStorage } from './evidence-storage';
import { keepEvidence } from './keep-evidence';
import type { UploadedDocument, UploadedPicture } from './uploaded-file';

/** Adds a photo to an archive; the same file again answers what is there. No rule compares it with photos of households. */
export async function addArchivePhoto(
  storage: EvidenceStorage,
  renovationId: number,
  { category }: ArchivePhotoUpload,
  upload: UploadedPicture | UploadedDocument,
): Promise<ArchivePhoto> {
  const archive = await renovationPlace(requestDb(), renovationId);
  if (!archive) throw new NotFound();
  const place = { owner: { renovationId }, regionCode: archive.region_code, category };
  return keepEvidence(storage, place, upload, (file) => Promise.resolve({ ...file, category }));
}
