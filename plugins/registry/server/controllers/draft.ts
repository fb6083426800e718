import { draftDeleteDoor, draftListDoor, draftReadDoor, draftSaveDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor } from '@anju/kit';
import { dropDraft, listDrafts, readDraft, saveDraft } from '../services/draft';

/** Doors to the clerk's own drafts. */
export const draftController = {
  async find(ctx: DoorContext) {
    parseDoor(draftListDoor, ctx);
    ctx.body = await listDrafts();
  },

  async findOne(ctx: DoorContext) {
    const { params } = parseDoor(draftReadDoor, ctx);
    ctx.body = await readDraft(params.householdId);
  },

  async save(ctx: DoorContext) {
    const { params, body } = parseDoor(draftSaveDoor, ctx);
    ctx.body = await saveDraft(params.householdId, body);
  },

  async delete(ctx: DoorContext) {
    const { params } = parseDoor(draftDeleteDoor, ctx);
    ctx.body = await dropDraft(params.householdId);
  },
};
