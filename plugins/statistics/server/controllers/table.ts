import { STATISTICS_TABLE_DEFINITIONS, STATISTICS_TABLES } from '@anju/domain';
import { statisticsTableDoor, statisticsWorkbookDoor } from '@anju/domain/contracts';
import { BadInput, type DoorContext, parseDoor, sendDownload, XLSX_TYPE } from '@anju/kit';
import { readTable, readTables } from '../services/table';
import { workbookOf } from '../services/workbook';
import { workbookName } from '../services/workbook-name';

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

  /** One table, or all of them, as a workbook. */
  async workbook(ctx: DoorContext): Promise<void> {
    const { params, query } = parseDoor(statisticsWorkbookDoor, ctx);
    const names = params.table === 'all' ? STATISTICS_TABLES : [params.table];
    const tables = await readTables(names, query, query.rows);
    const [first] = tables;
    if (!first) throw new BadInput({ scope: '这张表不统计所选范围' });
    const content = await workbookOf(tables);
    sendDownload(ctx, { fileName: workbookName(first, params.table), type: XLSX_TYPE, content });
  },
};
