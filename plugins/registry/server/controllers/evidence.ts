import {
  evidenceDeleteDoor,
  evidenceFileDoor,
  evidenceListDoor,
  evidenceTicketDoor,
  evidenceUploadDoor,
} from '@anju/domain/contracts';
import { BadInput, type DoorContext, parseDoor, requestActor } from '@anju/kit';
import { addEvidence, deleteEvidence, evidenceFile, existingEvidence, listEvidence } from '../services/evidence';
import { evidenceStorage } from '../services/evidence-storage';
import { issueTicket } from '../services/evidence-ticket';
import type { UploadContext } from '../services/uploaded-file';

const CACHED_SECONDS = 600;

/** Doors to the evidence of households. */
export const evidenceController = () => ({
  async upload(ctx: DoorContext & UploadContext) {
    const { body } = parseDoor(evidenceUploadDoor, ctx);
    if (!ctx.state.evidence) throw new BadInput({ file: '请选择要上传的照片' });
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
    ctx.set('Content-Type', file.mimeType);
    ctx.set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
    ctx.set('Cache-Control', `private, max-age=${CACHED_SECONDS}`);
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.body = file.open();
    ctx.set('Content-Length', String(file.size));
  },
});
