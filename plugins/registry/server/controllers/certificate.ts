import { certificateDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor } from '@anju/kit';
import { certificateOf } from '../services/certificate';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The door to the certificates of a household. */
export const certificateController = {
  async findOne(ctx: DoorContext) {
    const { params } = parseDoor(certificateDoor, ctx);
    const { fileName, content } = await certificateOf(params.id, params.template);
    ctx.set('Content-Type', WORD);
    ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
    ctx.set('Cache-Control', 'no-store');
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.body = content;
  },
};
