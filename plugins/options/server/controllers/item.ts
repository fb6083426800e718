import { optionItemsDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor, requestDb, sendList } from '@anju/kit';
import { options } from '../queries/option-rows';
import { pageOf } from '../services/page';

/** Doors to the options of the lists. */
export const itemController = {
  async find(ctx: DoorContext) {
    const { query } = parseDoor(optionItemsDoor, ctx);
    const page = pageOf(query.range, query.sort, 'rank');
    sendList(ctx, 'items', { ...(await options(requestDb(), query.filter ?? {}, page)), from: page.offset });
  },
};
