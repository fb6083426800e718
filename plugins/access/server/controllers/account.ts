import {
  accountDisableDoor,
  accountKeepDoor,
  accountListDoor,
  accountSignOutDoor,
  accountUnlockDoor,
} from '@anju/domain/contracts';
import { type DoorContext, parseDoor, sendList } from '@anju/kit';
import { listAccounts, takeStep } from '../services/account-watch';

/** Doors of the security administrator to the node's accounts. */
export const accountController = {
  async find(ctx: DoorContext) {
    const { query } = parseDoor(accountListDoor, ctx);
    sendList(ctx, 'accounts', await listAccounts(query));
  },

  async unlock(ctx: DoorContext) {
    ctx.body = await takeStep(parseDoor(accountUnlockDoor, ctx).params.id, 'unlock');
  },

  async disable(ctx: DoorContext) {
    ctx.body = await takeStep(parseDoor(accountDisableDoor, ctx).params.id, 'disable');
  },

  async signOut(ctx: DoorContext) {
    ctx.body = await takeStep(parseDoor(accountSignOutDoor, ctx).params.id, 'endSignIns');
  },

  async keep(ctx: DoorContext) {
    const { params, body } = parseDoor(accountKeepDoor, ctx);
    ctx.body = await takeStep(params.id, 'keepAccount', body.note);
  },
};
