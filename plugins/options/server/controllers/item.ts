import {
  optionAddDoor,
  optionChangeDoor,
  optionItemsDoor,
  optionMergeDoor,
  optionReorderDoor,
  optionUsageDoor,
} from '@anju/domain/contracts';
import { type DoorContext, parseDoor, requestActor, requestDb, sendList } from '@anju/kit';
import { options } from '../queries/option-rows';
import { addOption, changeOption, reorderOptions } from '../services/option-change';
import { existingOption } from '../services/option-list';
import { mergeOptions, usageOf } from '../services/option-merge';
import { pageOf } from '../services/page';

/** Doors to the options of the lists. */
export const itemController = {
  async find(ctx: DoorContext) {
    const { query } = parseDoor(optionItemsDoor, ctx);
    const page = pageOf(query.range, query.sort, 'rank');
    const filter = { ...query.filter, near: requestActor().regionCode ?? undefined };
    sendList(ctx, 'items', { ...(await options(requestDb(), filter, page)), from: page.offset });
  },

  async add(ctx: DoorContext) {
    ctx.body = await addOption(parseDoor(optionAddDoor, ctx).body);
  },

  async change(ctx: DoorContext) {
    const { params, body } = parseDoor(optionChangeDoor, ctx);
    ctx.body = await changeOption(params.id, body);
  },

  async reorder(ctx: DoorContext) {
    ctx.body = await reorderOptions(parseDoor(optionReorderDoor, ctx).body);
  },

  async usage(ctx: DoorContext) {
    ctx.body = await usageOf(await existingOption(parseDoor(optionUsageDoor, ctx).params.id));
  },

  async merge(ctx: DoorContext) {
    const { params, body } = parseDoor(optionMergeDoor, ctx);
    ctx.body = await mergeOptions(params.id, body);
  },
};
