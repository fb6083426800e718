import { warningCountsDoor, warningRegionsDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor } from '@anju/kit';
import { countByRegion, countWarnings } from '../services/counts';

export const countController = {
  /** Warnings of a region by kind and state. */
  async find(ctx: DoorContext) {
    const { query } = parseDoor(warningCountsDoor, ctx);
    ctx.body = await countWarnings(query.regionCode);
  },

  /** Warnings of each part of a region. */
  async regions(ctx: DoorContext) {
    const { query } = parseDoor(warningRegionsDoor, ctx);
    ctx.body = await countByRegion(query.regionCode, query.kind);
  },
};
