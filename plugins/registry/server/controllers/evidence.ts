import {
  evidenceDeleteDoor,
  evidenceFileDoor,
  evidenceListDoor,
  evidenceRotateDoor,
  evidenceTicketDoor,
  evidenceUploadDoor,
  PDF_TYPE,
} from '@anju/domain/contracts';
import { BadInput, type DoorContext, parseDoor, requestActor, requestDb } from '@anju/kit';
import { journalFileView } from '../queries/journal-file-view';
import {
  addEvidence,
  deleteEvidence,
  evidenceFile,
  existingEvidence,
  listEvidence,
  rotateEvidence,
} from '../services/evidence';
import { evidenceStorage } from '../services/evidence-storage';
import { issueTicket } from '../services/evidence-ticket';
import type { UploadContext } from '../services/uploaded-file';

const CACHED_SECONDS = 600;

/** A document loads nothing, runs nothing and stands in no other page; the browser's own reader shows it. */
const DOCUMENT_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Doors to the evidence of households. */
export const evidenceController = () => ({
  async upload(ctx: DoorContext & UploadContext) {
    const { body } = parseDoor(evidenceUploadDoor, ctx);
    if (!ctx.state.evidence) throw new BadInput({ file: '请选择要上传的照片或 PDF' });
    ctx.body = await addEvidence(evidenceStorage(), body, ctx.state.evidence);
  },

  async find(ctx: DoorContext) {
    const { query } = parseDoor(evidenceListDoor, ctx);
    ctx.body = await listEvidence(query.householdId);
  },

  async delete(ctx: DoorContext) {
    const { params, body } = parseDoor(evidenceDeleteDoor, ctx);
    ctx.body = await deleteEvidence(params.id, body);
  },

  async rotate(ctx: DoorContext) {
    const { params, body } = parseDoor(evidenceRotateDoor, ctx);
    ctx.body = await rotateEvidence(params.id, body);
  },

  async ticket(ctx: DoorContext) {
    const { params, body } = parseDoor(evidenceTicketDoor, ctx);
    await existingEvidence(params.id);
    const actor = requestActor();
    const ticket = issueTicket({ evidence: params.id, user: actor.id, session: actor.sessionId });
    const address = evidenceFileDoor.path.replace(':id', String(params.id));
    ctx.body = { url: `/api${address}?size=${body?.size ?? 'full'}&ticket=${ticket}` };
  },

  async file(ctx: DoorContext) {
    const { params, query } = parseDoor(evidenceFileDoor, ctx);
    const file = await evidenceFile(evidenceStorage(), params.id, query.size);
    // Thumbnails come with the record, whose opening is an entry already.
    if (query.size === 'full') await journalFileView(requestDb(), params.id);
    ctx.set('Content-Type', file.mimeType);
    ctx.set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
    ctx.set('Cache-Control', `private, max-age=${CACHED_SECONDS}`);
    ctx.set('X-Content-Type-Options', 'nosniff');
    if (file.mimeType === PDF_TYPE) ctx.set('Content-Security-Policy', DOCUMENT_POLICY);
    ctx.body = file.open();
    if (file.size !== undefined) ctx.set('Content-Length', String(file.size));
  },
});
