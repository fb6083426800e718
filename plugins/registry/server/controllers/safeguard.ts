import { recogniseLinkedDoor, safeguardRecogniseDoor, safeguardWithdrawDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor } from '@anju/kit';
import { recogniseLinked } from '../services/recognise-linked';
import { recogniseHousehold, withdrawRecognition } from '../services/safeguard';

/** Doors to the safeguard of a household. */
export const safeguardController = {
  async recognise(ctx: DoorContext) {
    const { params, body } = parseDoor(safeguardRecogniseDoor, ctx);
    ctx.body = await recogniseHousehold(params.id, body);
  },

  async withdraw(ctx: DoorContext) {
    const { params, body } = parseDoor(safeguardWithdrawDoor, ctx);
    ctx.body = await withdrawRecognition(params.id, body);
  },

  async recogniseLinked(ctx: DoorContext) {
    const { body } = parseDoor(recogniseLinkedDoor, ctx);
    ctx.body = await recogniseLinked(body);
  },
};
