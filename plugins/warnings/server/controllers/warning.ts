import {
  warningDecideDoor,
  warningDismissDoor,
  warningForwardDoor,
  warningListDoor,
  warningSpecialCaseDoor,
} from '@anju/domain/contracts';
import { type DoorContext, parseDoor, sendList } from '@anju/kit';
import { listWarnings } from '../services/warning-list';
import { decideWarning, dismissWarning, explainSpecialCase, forwardWarning } from '../services/warning-steps';

/** Doors to the warnings and to the steps that people take with them. */
export const warningController = {
  async find(ctx: DoorContext) {
    const { query } = parseDoor(warningListDoor, ctx);
    sendList(ctx, 'warnings', await listWarnings(query));
  },

  async dismiss(ctx: DoorContext) {
    const { params, body } = parseDoor(warningDismissDoor, ctx);
    ctx.body = await dismissWarning(params.id, body.text);
  },

  async specialCase(ctx: DoorContext) {
    const { params, body } = parseDoor(warningSpecialCaseDoor, ctx);
    ctx.body = await explainSpecialCase(params.id, body.text);
  },

  async forward(ctx: DoorContext) {
    const { params, body } = parseDoor(warningForwardDoor, ctx);
    ctx.body = await forwardWarning(params.id, body.text ?? null);
  },

  async decide(ctx: DoorContext) {
    const { params, body } = parseDoor(warningDecideDoor, ctx);
    ctx.body = await decideWarning(params.id, body);
  },
};
