import { regionListDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor, requestDb, sendList } from '@anju/kit';
import { regionRows } from '../queries/region-rows';

const WHOLE_LIST = 500;

export const regionController = {
  /** The children of a region, or regions by their codes, in code order. */
  async find(ctx: DoorContext): Promise<void> {
    const { query } = parseDoor(regionListDoor, ctx);
    const [from, to] = query.range ?? [0, WHOLE_LIST - 1];
    const found = await regionRows(requestDb(), query.filter ?? { parentCode: '' });
    const rows = query.sort?.[1] === 'DESC' ? [...found].reverse() : found;
    sendList(ctx, 'regions', { rows: rows.slice(from, to + 1), from, total: rows.length });
  },
};
