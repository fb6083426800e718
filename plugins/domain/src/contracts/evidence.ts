import { z } from 'zod';
import { SCOPED_DUTIES } from '../duties';
import { door } from './door';
import { requiredText, rowIdText, versionNumber } from './field-shapes';

/** One piece of evidence: what it is, never the file itself. */
export const evidenceRow = z.object({
  id: z.int(),
  householdId: z.int(),
  category: z.string(),
  fileName: z.string(),
  mimeType: z.string(),
  sizeBytes: z.int(),
  /** Pixels; null for documents. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  uploadedByName: z.string().nullable(),
  uploadedAt: z.string(),
});
export type EvidenceRow = z.infer<typeof evidenceRow>;

/** Evidence after a change, with the household's new version. */
export const evidenceChange = z.object({ ...evidenceRow.shape, version: z.int() });
export type EvidenceChange = z.infer<typeof evidenceChange>;

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

export const EVIDENCE_SIZES = ['thumb', 'full'] as const;
export type EvidenceSize = (typeof EVIDENCE_SIZES)[number];

/** The largest photo that is taken, in bytes. */
export const LARGEST_PHOTO_BYTES = 20 * 1024 ** 2;

const params = z.strictObject({ id: rowIdText });

export const evidenceUploadDoor = door({
  id: 'registry.evidence.upload',
  method: 'POST',
  path: '/registry/evidence',
  access: ['enter'],
  scope: 'region',
  summary:
    'Upload one picture of a household, of a house or of a paper (multipart: file, householdId, category); never an overwrite',
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
  summary: 'Delete a piece of evidence, with a reason',
  params,
  body: evidenceDeletion,
  answer: z.object({ id: z.int(), version: z.int() }),
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
  summary: 'The picture or document itself, to a bearer token or to a ticket',
  params,
  query: z.strictObject({
    size: z.enum(EVIDENCE_SIZES, { error: '图片大小应为 thumb 或 full' }).default('full'),
    ticket: z.string().max(2000).optional(),
  }),
});
