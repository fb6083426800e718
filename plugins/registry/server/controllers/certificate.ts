import { blankCertificateDoor, certificateDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor, sendDownload, WORD_TYPE } from '@anju/kit';
import { blankCertificate, certificateOf } from '../services/certificate';

/** Doors to the certificates. */
export const certificateController = {
  async findOne(ctx: DoorContext) {
    const { params } = parseDoor(certificateDoor, ctx);
    sendDownload(ctx, { ...(await certificateOf(params.id, params.template)), type: WORD_TYPE });
  },

  async blank(ctx: DoorContext) {
    const { params } = parseDoor(blankCertificateDoor, ctx);
    sendDownload(ctx, { ...(await blankCertificate(params.template)), type: WORD_TYPE });
  },
};
