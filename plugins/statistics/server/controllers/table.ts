import { STATISTICS_TABLE_DEFINITIONS } from '@anju/domain';
import { statisticsTableDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor } from '@anju/kit';
import { readTable } from '../services/table';

export const tableController = {
  /** The tables there are, with their columns. */
  find(ctx: DoorContext): void {
    ctx.body = STATISTICS_TABLE_DEFINITIONS;
  },

  /** One table of one region. */
  async findOne(ctx: DoorContext): Promise<void> {
    const { params, query } = parseDoor(statisticsTableDoor, ctx);
    ctx.body = await readTable(params.table, query);
  },
};
