import { listUsageDoor, optionListsDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor, requestDb, sendList } from '@anju/kit';
import { optionLists } from '../queries/option-rows';
import { usageOfList } from '../services/option-merge';
import { pageOf } from '../services/page';

/** Doors to the option lists. */
export const listController = {
  async find(ctx: DoorContext) {
    const { query } = parseDoor(optionListsDoor, ctx);
    const page = pageOf(query.range, query.sort, 'key');
    sendList(ctx, 'lists', { ...(await optionLists(requestDb(), query.filter ?? {}, page)), from: page.offset });
  },

  async usage(ctx: DoorContext) {
    ctx.body = await usageOfList(parseDoor(listUsageDoor, ctx).query.listKey);
  },
};
