import type { DoorContext } from '@anju/kit';
import { scanNode } from '../services/scan';

export const scanController = {
  /** Runs every rule over the node. */
  async run(ctx: DoorContext) {
    ctx.body = await scanNode();
  },
};
