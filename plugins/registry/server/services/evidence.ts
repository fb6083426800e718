import type {
  EvidenceChange,
  EvidenceDeletion,
  EvidenceRotation,
  EvidenceRow,
  EvidenceSize,
  EvidenceTurned,
  EvidenceUpload,
} from '@anju/domain/contracts';
import { BadInput, NotFound, requestDb, RuleBroken } from '@anju/kit';
import { evidenceFiles, evidenceOfHousehold, ownedFile, type OwnedFile, storedFile } from '../queries/evidence-rows';
import { householdVersion } from '../queries/household-version';
import { placePhoto } from '../queries/photo-prints';
import { renovationPlace } from '../queries/renovation-place';
import { markEvidenceDeleted, turnEvidence } from '../queries/write-evidence';
import { configurationInForce } from './configuration';
import { RefusedDocument } from './evidence-refusals';
import type { EvidenceStorage, StoredFile } from './evidence-storage';
import { lockHousehold } from './household-lock';
import { keepEvidence } from './keep-evidence';
import { isComparedPhoto } from './photo-placing';
import { turned } from './picture';
import { lockArchive } from './renovation-correction';
import type { UploadedDocument, UploadedPicture } from './uploaded-file';

/** Adds a picture or a document to a household's evidence; the same file again answers what is there. */
export async function addEvidence(
  storage: EvidenceStorage,
  { householdId, category }: EvidenceUpload,
  upload: UploadedPicture | UploadedDocument,
): Promise<EvidenceChange> {
  await refuseCategory(category, upload);
  const household = await householdVersion(requestDb(), householdId);
  if (!household) throw new NotFound('没有找到该户，或不在您的行政区划内');
  const place = { owner: { householdId }, regionCode: household.region_code, category };
  return keepEvidence(storage, place, upload, async (file, isNew) => {
    if (isNew && 'picture' in upload && (await isComparedPhoto(category)))
      await placePhoto(requestDb(), file.id, upload.picture.prints, 'uploading');
    return { ...file, householdId, version: await householdVersionNow(householdId) };
  });
}

/** A category of photos takes no document: a photo of the house is compared with those of other households. */
async function refuseCategory(category: string, upload: UploadedPicture | UploadedDocument): Promise<void> {
  const { categories } = (await configurationInForce()).evidence;
  const known = categories.find(({ key }) => key === category);
  if (!known) throw new BadInput({ category: '没有这个佐证材料类别' });
  if (known.accepts === 'photo' && 'document' in upload)
    throw new RefusedDocument(`“${known.label}”只能上传照片，不能上传 PDF`);
}

/** A household's evidence; throws NotFound outside the scope. */
export async function listEvidence(householdId: number): Promise<readonly EvidenceRow[]> {
  if (!(await householdVersion(requestDb(), householdId))) throw new NotFound('没有找到该户，或不在您的行政区划内');
  return evidenceOfHousehold(requestDb(), householdId);
}

/** Deletes a piece of evidence, or a photo of an archive, with its reason; the journal and the file are kept. */
export async function deleteEvidence(
  id: number,
  { reason, version }: EvidenceDeletion,
): Promise<{ id: number; version: number }> {
  const file = await existingEvidence(id);
  if (version !== undefined) await lockOwner(file, version);
  await markEvidenceDeleted(requestDb(), id, reason);
  return { id, version: await ownerVersion(file) };
}

/** Turns a picture for everybody who looks at it; throws NotFound outside the scope, RuleBroken for a document. */
export async function rotateEvidence(id: number, { rotation }: EvidenceRotation): Promise<EvidenceTurned> {
  const file = await existingEvidence(id);
  if (!file.mimeType.startsWith('image/')) throw new RuleBroken({ rotation: '只有照片可以旋转' });
  await turnEvidence(requestDb(), id, rotation);
  const shown = await storedFile(requestDb(), id);
  if (!shown) throw new NotFound();
  return { ...shown, version: await ownerVersion(file) };
}

/** One piece of evidence; throws NotFound when it is deleted or outside the scope. */
export async function existingEvidence(id: number): Promise<OwnedFile> {
  const row = await ownedFile(requestDb(), id);
  if (!row) throw new NotFound('没有找到这份佐证材料，或不在您的行政区划内');
  return row;
}

/** A file to be sent; its size is not known before it is turned. */
type ShownFile = Omit<StoredFile, 'size'> & {
  readonly size?: number;
  readonly mimeType: string;
  readonly fileName: string;
};

/** A file of a piece of evidence, to be sent. */
export async function evidenceFile(storage: EvidenceStorage, id: number, size: EvidenceSize): Promise<ShownFile> {
  const files = await evidenceFiles(requestDb(), id);
  if (!files) throw new NotFound('没有找到这份佐证材料，或不在您的行政区划内');
  const thumbnail = size === 'thumb' ? files.thumbnail_key : null;
  const stored = await storage.find(thumbnail ?? files.storage_key);
  if (!stored) throw new NotFound('文件已不在服务器上，请联系系统管理员');
  const shown = files.rotation === 0 ? stored : turned(stored, files.rotation);
  return { ...shown, mimeType: thumbnail === null ? files.mime_type : 'image/jpeg', fileName: files.file_name };
}

async function lockOwner({ householdId, renovationId }: OwnedFile, version: number): Promise<void> {
  if (householdId !== null) await lockHousehold(householdId, version);
  else if (renovationId !== null) await lockArchive(renovationId, version);
}

/** The version of the household or of the archive, which its photos do not raise. */
async function ownerVersion({ householdId, renovationId }: OwnedFile): Promise<number> {
  if (householdId !== null) return householdVersionNow(householdId);
  const archive = renovationId === null ? undefined : await renovationPlace(requestDb(), renovationId);
  if (!archive) throw new NotFound();
  return archive.version;
}

async function householdVersionNow(householdId: number): Promise<number> {
  const household = await householdVersion(requestDb(), householdId);
  if (!household) throw new NotFound();
  return household.version;
}
