import { adoptProposalsDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor } from '@anju/kit';
import { adoptProposals } from '../services/adopt-proposals';

export const proposalController = {
  /** Adopts the proposed numbers of all warnings that match, or previews them. */
  async adopt(ctx: DoorContext) {
    ctx.body = await adoptProposals(parseDoor(adoptProposalsDoor, ctx).body);
  },
};
