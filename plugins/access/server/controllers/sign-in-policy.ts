import { policyChangeDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor, requestDb } from '@anju/kit';
import { changePolicy } from '../services/sign-in-policy';
import { policyInForce } from '../services/sign-in-rules';

/** Doors of the rules of signing in. */
export const signInPolicyController = {
  async find(ctx: DoorContext) {
    ctx.body = await policyInForce(requestDb());
  },

  async change(ctx: DoorContext) {
    const { body } = parseDoor(policyChangeDoor, ctx);
    ctx.body = await changePolicy(body.version, body.policy);
  },
};
