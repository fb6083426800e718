import { evidenceCategoriesDoor, evidenceChangeDoor, evidencePreviewDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor, sendList } from '@anju/kit';
import { changeEvidence, previewEvidence } from '../services/evidence-change';
import { evidenceCategories } from '../services/form';

/** Doors to the categories of evidence, and to what each kind asks for. */
export const evidenceCategoryController = {
  async find(ctx: DoorContext) {
    parseDoor(evidenceCategoriesDoor, ctx);
    const rows = await evidenceCategories();
    sendList(ctx, 'evidence-categories', { rows, from: 0, total: rows.length });
  },

  async preview(ctx: DoorContext) {
    ctx.body = await previewEvidence(parseDoor(evidencePreviewDoor, ctx).body);
  },

  async change(ctx: DoorContext) {
    ctx.body = await changeEvidence(parseDoor(evidenceChangeDoor, ctx).body);
  },
};
