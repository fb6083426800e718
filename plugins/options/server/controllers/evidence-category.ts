import { evidenceCategoriesDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor, sendList } from '@anju/kit';
import { evidenceCategories } from '../services/form';

/** Doors to the categories of evidence. */
export const evidenceCategoryController = {
  find(ctx: DoorContext) {
    parseDoor(evidenceCategoriesDoor, ctx);
    const rows = evidenceCategories();
    sendList(ctx, 'evidence-categories', { rows, from: 0, total: rows.length });
  },
};
