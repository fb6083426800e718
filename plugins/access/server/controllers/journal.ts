import { journalFileDoor, journalListDoor, journalVerifyDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor, registerToday, requestDb, sendDownload, sendList } from '@anju/kit';
import { dailySeals } from '../queries/journal-seals';
import { listJournal } from '../services/journal';
import { journalCsv } from '../services/journal-file';
import { verifyJournal } from '../services/journal-verification';

export const journalController = {
  /** Entries of the auditor's region, masked. */
  async find(ctx: DoorContext): Promise<void> {
    const { query } = parseDoor(journalListDoor, ctx);
    sendList(ctx, 'journal', await listJournal(query));
  },

  async file(ctx: DoorContext): Promise<void> {
    const { query } = parseDoor(journalFileDoor, ctx);
    const content = await journalCsv(query.filter ?? {});
    sendDownload(ctx, { fileName: `操作日志 ${registerToday()}.csv`, type: 'text/csv; charset=utf-8', content });
  },

  /** Heads of the chain by day, to be kept outside. */
  async seals(ctx: DoorContext): Promise<void> {
    ctx.body = await dailySeals(requestDb());
  },

  async verify(ctx: DoorContext): Promise<void> {
    const { body } = parseDoor(journalVerifyDoor, ctx);
    ctx.body = await verifyJournal(body);
  },
};
