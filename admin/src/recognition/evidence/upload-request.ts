import type { ArchivePhoto, EvidenceChange } from '@anju/domain/contracts';
import { uploadFile } from '../../http/upload';
import type { UploadOrder } from './upload-queue';

/** Uploads one file of a household; the promise is refused with the server's sentence, or with an AbortError when it was cancelled. */
export function uploadEvidence(householdId: number, { category, ...order }: UploadOrder): Promise<EvidenceChange> {
  const fields = { householdId: String(householdId), category };
  return uploadFile<EvidenceChange>({ path: '/registry/evidence', fields, ...order });
}

/** The same for a photo of a renovation archive. */
export function uploadArchivePhoto(archive: number, { category, ...order }: UploadOrder): Promise<ArchivePhoto> {
  return uploadFile<ArchivePhoto>({ path: `/registry/renovations/${archive}/photos`, fields: { category }, ...order });
}
