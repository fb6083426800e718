import type { DoorContext } from '@anju/kit';
import { recount } from '../services/recount';

export const recountController = {
  /** Compares the cells of the caller's region with its households. */
  async run(ctx: DoorContext): Promise<void> {
    ctx.body = await recount();
  },
};
