import {
  specialCaseBatchesDoor,
  specialCaseReplyDoor,
  specialCaseSendDoor,
  specialCaseWorkbookDoor,
} from '@anju/domain/contracts';
import { type DoorContext, parseDoor, sendDownload, sendList, XLSX_TYPE } from '@anju/kit';
import { specialCaseWorkbook } from '../services/special-case-workbook';
import { listBatches, replyToBatch, sendSpecialCases } from '../services/special-cases';

/** Doors to the batches in which special cases travel from county to province, and back as a reply. */
export const specialCaseController = {
  async send(ctx: DoorContext) {
    ctx.body = await sendSpecialCases(parseDoor(specialCaseSendDoor, ctx).body);
  },

  async find(ctx: DoorContext) {
    const { query } = parseDoor(specialCaseBatchesDoor, ctx);
    sendList(ctx, 'batches', await listBatches(query.range));
  },

  async workbook(ctx: DoorContext) {
    const { params } = parseDoor(specialCaseWorkbookDoor, ctx);
    sendDownload(ctx, { type: XLSX_TYPE, ...(await specialCaseWorkbook(params.id)) });
  },

  async reply(ctx: DoorContext) {
    const { params, body } = parseDoor(specialCaseReplyDoor, ctx);
    ctx.body = { decided: await replyToBatch(params.id, body) };
  },
};
