import { warningCountsDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor } from '@anju/kit';
import { countWarnings } from '../services/counts';

export const countController = {
  /** Warnings of a region by kind and state. */
  async find(ctx: DoorContext) {
    const { query } = parseDoor(warningCountsDoor, ctx);
    ctx.body = await countWarnings(query.regionCode);
  },
};
