import { configurationChangesDoor, configurationRestoreDoor, configurationUndoDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor, requestDb, sendList } from '@anju/kit';
import { configurationChanges, configurationVersion } from '../queries/configuration-change';
import { restoreDefault } from '../services/restore-default';
import { undoChange } from '../services/undo';

const DEFAULT_SIZE = 25;

/** Doors to the published changes of the configuration. */
export const changeController = {
  async find(ctx: DoorContext) {
    const { query } = parseDoor(configurationChangesDoor, ctx);
    const [from, to] = query.range ?? [0, DEFAULT_SIZE - 1];
    const page = { offset: from, limit: to - from + 1 };
    sendList(ctx, 'changes', { ...(await configurationChanges(requestDb(), query.filter?.subject, page)), from });
  },

  async version(ctx: DoorContext) {
    ctx.body = { version: await configurationVersion(requestDb()) };
  },

  async undo(ctx: DoorContext) {
    const { params, body } = parseDoor(configurationUndoDoor, ctx);
    ctx.body = await undoChange(params.id, body.reason ?? null);
  },

  async restore(ctx: DoorContext) {
    ctx.body = await restoreDefault(parseDoor(configurationRestoreDoor, ctx).body);
  },
};
