import { townshipConfirmDoor, townshipRequestDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor } from '@anju/kit';
import { askForTownship, confirmTownship, readTownshipRequest } from '../services/township-request';

/** Doors by which a township user without a township gets one. */
export const townshipRequestController = {
  async find(ctx: DoorContext) {
    ctx.body = await readTownshipRequest();
  },

  async make(ctx: DoorContext) {
    const { body } = parseDoor(townshipRequestDoor, ctx);
    ctx.body = await askForTownship(body.regionCode);
  },

  async confirm(ctx: DoorContext) {
    const { params } = parseDoor(townshipConfirmDoor, ctx);
    ctx.body = await confirmTownship(params.id);
  },
};
