import { statisticsProgressDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor } from '@anju/kit';
import { readProgress } from '../services/progress';

export const progressController = {
  /** How the recognition of a region went on lately. */
  async find(ctx: DoorContext): Promise<void> {
    const { query } = parseDoor(statisticsProgressDoor, ctx);
    ctx.body = await readProgress(query.region);
  },
};
