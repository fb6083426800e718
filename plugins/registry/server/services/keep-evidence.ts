import type { StoredFile } from '@anju/domain/contracts';
import { NotFound, requestActor, requestDb } from '@anju/kit';
import { type EvidenceOwner, evidenceOfSource, storedFile } from '../queries/evidence-rows';
import { insertEvidence } from '../queries/write-evidence';
import { type EvidenceStorage, newStorageKey } from './evidence-storage';
import type { UploadedDocument, UploadedPicture } from './uploaded-file';

type Upload = UploadedPicture | UploadedDocument;

/** Where an upload belongs. */
interface Place {
  readonly owner: EvidenceOwner;
  readonly regionCode: string;
  readonly category: string;
}

/**
 * Stores an upload with its row and answers for it; the same file again answers for what is there. The files are stored before the row
 * names them, and removed when that or the answer fails.
 */
export async function keepEvidence<Answer>(
  storage: EvidenceStorage,
  place: Place,
  upload: Upload,
  answerFor: (file: StoredFile, isNew: boolean) => Promise<Answer>,
): Promise<Answer> {
  const known = await knownFile(place, upload);
  if (known) return answerFor(known, false);
  const files = filesOf(upload);
  const keys = files.map(({ key }) => key);
  try {
    for (const { key, bytes } of files) await storage.store(key, bytes);
    const id = await insertEvidence(requestDb(), {
      ...place,
      fileName: upload.fileName,
      ...factsOf(upload),
      sourceHash: upload.sourceHash,
      storageKey: keys[0] ?? '',
      thumbnailKey: keys[1] ?? null,
      uploadedBy: requestActor().id,
    });
    if (id !== undefined) return await answerFor(existing(await storedFile(requestDb(), id)), true);
  } catch (error) {
    await removeAll(storage, keys);
    throw error;
  }
  // Another request stored the same file at the same moment: that one stays.
  await removeAll(storage, keys);
  return answerFor(existing(await knownFile(place, upload)), false);
}

function knownFile({ owner, category }: Place, { sourceHash }: Upload): Promise<StoredFile | undefined> {
  return evidenceOfSource(requestDb(), owner, category, sourceHash);
}

function existing(file: StoredFile | undefined): StoredFile {
  if (!file) throw new NotFound();
  return file;
}

/** The first file is the evidence, the second its thumbnail. */
function filesOf(upload: Upload): readonly { key: string; bytes: Buffer }[] {
  if ('document' in upload) return [{ key: newStorageKey('pdf'), bytes: upload.document.full }];
  const { full, thumbnail } = upload.picture;
  return [full, thumbnail].map((bytes) => ({ key: newStorageKey('jpg'), bytes }));
}

function factsOf(upload: Upload) {
  if ('document' in upload) {
    const { mimeType, full, contentHash, pageCount } = upload.document;
    return { mimeType, sizeBytes: full.length, contentHash, width: null, height: null, pageCount };
  }
  const { mimeType, full, contentHash, width, height } = upload.picture;
  return { mimeType, sizeBytes: full.length, contentHash, width, height, pageCount: null };
}

async function removeAll(storage: EvidenceStorage, keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((key) => storage.remove(key)));
}
