import type { SignedInUser } from '@anju/domain/contracts';
import { type DoorContext, requestActor } from '@anju/kit';

export const meController = {
  find(ctx: DoorContext): void {
    const { sessionId: _sessionId, ...user } = requestActor();
    ctx.body = user satisfies SignedInUser;
  },
};
