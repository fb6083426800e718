import { z } from 'zod';
import { SCOPED_DUTIES } from '../duties';
import { ARCHIVE_PHOTO_CATEGORIES } from '../vocabulary';
import { door } from './door';
import { requiredText, rowIdText, versionNumber } from './field-shapes';

/** A stored picture or document: what it is, never the file itself. */
const storedFile = z.object({
  id: z.int(),
  category: z.string(),
  fileName: z.string(),
  mimeType: z.string(),
  sizeBytes: z.int(),
  /** Pixels as stored; null for documents. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Pages of a document; null for pictures. */
  pageCount: z.int().nullable(),
  /** Degrees clockwise by which a picture is shown turned; the stored file stays as it is. */
  rotation: z.int(),
  uploadedByName: z.string().nullable(),
  uploadedAt: z.string(),
});
export type StoredFile = z.infer<typeof storedFile>;

/** One piece of a household's evidence. */
export const evidenceRow = storedFile.extend({ householdId: z.int() });
export type EvidenceRow = z.infer<typeof evidenceRow>;

/** Evidence after a change, with the household's new version. */
export const evidenceChange = z.object({ ...evidenceRow.shape, version: z.int() });
export type EvidenceChange = z.infer<typeof evidenceChange>;

/** A photo of a renovation archive: the house before, during or after the work. */
export const archivePhoto = storedFile.extend({ category: z.enum(ARCHIVE_PHOTO_CATEGORIES) });
export type ArchivePhoto = z.infer<typeof archivePhoto>;

export const archivePhotoUpload = z.strictObject({
  category: z.enum(ARCHIVE_PHOTO_CATEGORIES, { error: '照片类别应为改造前、改造中或改造后' }),
});
export type ArchivePhotoUpload = z.infer<typeof archivePhotoUpload>;

/** A picture after it was turned, with the version of the household or archive that it belongs to. */
export const evidenceTurned = storedFile.extend({ version: z.int() });
export type EvidenceTurned = z.infer<typeof evidenceTurned>;

/** The text parts of an upload; the file itself is the part `file`. */
export const evidenceUpload = z.strictObject({
  householdId: rowIdText,
  category: requiredText('佐证材料类别', 64),
});
export type EvidenceUpload = z.infer<typeof evidenceUpload>;

/** Deleting evidence names why. */
export const evidenceDeletion = z.strictObject({
  reason: requiredText('删除原因', 500),
  version: versionNumber.optional(),
});
export type EvidenceDeletion = z.infer<typeof evidenceDeletion>;

export const ROTATIONS = [0, 90, 180, 270] as const;

/** How a picture is shown from now on, in degrees clockwise from its stored file. */
export const evidenceRotation = z.strictObject({
  rotation: z.literal(ROTATIONS, { error: '旋转角度只能是 0、90、180 或 270' }),
});
export type EvidenceRotation = z.infer<typeof evidenceRotation>;

export const EVIDENCE_SIZES = ['thumb', 'full'] as const;
export type EvidenceSize = (typeof EVIDENCE_SIZES)[number];

/** The largest photo or document that is taken, in bytes. */
export const LARGEST_PHOTO_BYTES = 20 * 1024 ** 2;

/** Pages that one document may have. */
export const MOST_PAGES = 50;

export const PDF_TYPE = 'application/pdf';

const params = z.strictObject({ id: rowIdText });

export const evidenceUploadDoor = door({
  id: 'registry.evidence.upload',
  method: 'POST',
  path: '/registry/evidence',
  access: ['enter'],
  scope: 'region',
  summary:
    'Upload one picture or PDF of a household (multipart: file, householdId, category); never an overwrite; the same file again answers what is there',
  body: evidenceUpload,
  multipart: true,
  largestFile: LARGEST_PHOTO_BYTES,
  answer: evidenceChange,
});

export const evidenceListDoor = door({
  id: 'registry.evidence.find',
  method: 'GET',
  path: '/registry/evidence',
  access: SCOPED_DUTIES,
  scope: 'region',
  summary: "A household's evidence, without the files",
  query: z.strictObject({ householdId: rowIdText }),
  answer: z.array(evidenceRow),
});

export const evidenceDeleteDoor = door({
  id: 'registry.evidence.delete',
  method: 'DELETE',
  path: '/registry/evidence/:id',
  access: ['enter'],
  scope: 'region',
  summary: 'Delete a piece of evidence or a photo of an archive, with a reason',
  params,
  body: evidenceDeletion,
  answer: z.object({ id: z.int(), version: z.int() }),
});

export const evidenceRotateDoor = door({
  id: 'registry.evidence.rotate',
  method: 'PUT',
  path: '/registry/evidence/:id/rotation',
  access: ['enter'],
  scope: 'region',
  summary: 'Turn a picture for everybody who looks at it; its file stays as it is',
  params,
  body: evidenceRotation,
  answer: evidenceTurned,
});

export const evidenceTicketDoor = door({
  id: 'registry.evidence.ticket',
  method: 'POST',
  path: '/registry/evidence/:id/ticket',
  access: SCOPED_DUTIES,
  scope: 'region',
  summary: 'An address of the file for an image element, good for 60 seconds, bound to user and session',
  params,
  body: z.strictObject({ size: z.enum(EVIDENCE_SIZES, { error: '图片大小应为 thumb 或 full' }).optional() }).optional(),
  answer: z.object({ url: z.string() }),
});

export const evidenceFileDoor = door({
  id: 'registry.evidence.file',
  method: 'GET',
  path: '/registry/evidence/:id/file',
  access: SCOPED_DUTIES,
  scope: 'region',
  journalled: true,
  summary: 'The picture or document itself, to a bearer token or to a ticket; looking at it in full is journalled',
  params,
  query: z.strictObject({
    size: z.enum(EVIDENCE_SIZES, { error: '图片大小应为 thumb 或 full' }).default('full'),
    ticket: z.string().max(2000).optional(),
  }),
});
