import type {
  EvidenceChange,
  EvidenceDeletion,
  EvidenceRow,
  EvidenceSize,
  EvidenceUpload,
} from '@anju/domain/contracts';
import { BadInput, NotFound, requestActor, requestDb } from '@anju/kit';
import { evidenceById, evidenceFiles, evidenceOfHousehold } from '../queries/evidence-rows';
import { householdVersion } from '../queries/household-version';
import { placePhoto } from '../queries/photo-prints';
import { insertEvidence, markEvidenceDeleted } from '../queries/write-evidence';
import { configurationInForce } from './configuration';
import { type EvidenceStorage, newStorageKey, type StoredFile } from './evidence-storage';
import { lockHousehold } from './household-lock';
import { isComparedPhoto } from './photo-placing';
import type { UploadedPicture } from './uploaded-file';

/** Adds a picture to a household's evidence. Its files are stored before the row names them, and removed when that fails. */
export async function addEvidence(
  storage: EvidenceStorage,
  { householdId, category }: EvidenceUpload,
  { fileName, picture }: UploadedPicture,
): Promise<EvidenceChange> {
  const { categories } = (await configurationInForce()).evidence;
  if (!categories.some(({ key }) => key === category)) throw new BadInput({ category: '没有这个佐证材料类别' });
  const household = await householdVersion(requestDb(), householdId);
  if (!household) throw new NotFound('没有找到该户，或不在您的行政区划内');
  const storageKey = newStorageKey('jpg');
  const thumbnailKey = newStorageKey('jpg');
  try {
    await storage.store(storageKey, picture.full);
    await storage.store(thumbnailKey, picture.thumbnail);
    const id = await insertEvidence(requestDb(), {
      householdId,
      regionCode: household.region_code,
      category,
      fileName,
      mimeType: picture.mimeType,
      sizeBytes: picture.full.length,
      width: picture.width,
      height: picture.height,
      contentHash: picture.contentHash,
      storageKey,
      thumbnailKey,
      uploadedBy: requestActor().id,
    });
    if (await isComparedPhoto(category)) await placePhoto(requestDb(), id, picture.prints, 'uploading');
    return { ...(await existingEvidence(id)), version: await currentVersion(householdId) };
  } catch (error) {
    await Promise.all([storage.remove(storageKey), storage.remove(thumbnailKey)]);
    throw error;
  }
}

/** A household's evidence; throws NotFound outside the scope. */
export async function listEvidence(householdId: number): Promise<readonly EvidenceRow[]> {
  if (!(await householdVersion(requestDb(), householdId))) throw new NotFound('没有找到该户，或不在您的行政区划内');
  return evidenceOfHousehold(requestDb(), householdId);
}

/** Deletes a piece of evidence with its reason; the journal and the file are kept. */
export async function deleteEvidence(
  id: number,
  { reason, version }: EvidenceDeletion,
): Promise<{ id: number; version: number }> {
  const { householdId } = await existingEvidence(id);
  if (version !== undefined) await lockHousehold(householdId, version);
  await markEvidenceDeleted(requestDb(), id, reason);
  return { id, version: await currentVersion(householdId) };
}

/** One piece of evidence; throws NotFound when it is deleted or outside the scope. */
export async function existingEvidence(id: number): Promise<EvidenceRow> {
  const row = await evidenceById(requestDb(), id);
  if (!row) throw new NotFound('没有找到这份佐证材料，或不在您的行政区划内');
  return row;
}

/** A file of a piece of evidence, to be sent. */
export async function evidenceFile(
  storage: EvidenceStorage,
  id: number,
  size: EvidenceSize,
): Promise<StoredFile & { readonly mimeType: string; readonly fileName: string }> {
  const files = await evidenceFiles(requestDb(), id);
  if (!files) throw new NotFound('没有找到这份佐证材料，或不在您的行政区划内');
  const thumbnail = size === 'thumb' ? files.thumbnail_key : null;
  const stored = await storage.find(thumbnail ?? files.storage_key);
  if (!stored) throw new NotFound('文件已不在服务器上，请联系系统管理员');
  return { ...stored, mimeType: thumbnail === null ? files.mime_type : 'image/jpeg', fileName: files.file_name };
}

async function currentVersion(householdId: number): Promise<number> {
  const household = await householdVersion(requestDb(), householdId);
  if (!household) throw new NotFound();
  return household.version;
}
