import {
  announceDoor,
  announcementsDoor,
  announcementWithdrawDoor,
  managedAnnouncementsDoor,
} from '@anju/domain/contracts';
import { type DoorContext, parseDoor, sendList } from '@anju/kit';
import { announce, announcements, ownAnnouncements, withdraw } from '../services/announcement';

const LAST_OF_FIRST_PAGE = 24;

/** Doors to the messages of a level to its region. */
export const announcementController = {
  async find(ctx: DoorContext) {
    parseDoor(announcementsDoor, ctx);
    const rows = await announcements();
    sendList(ctx, 'announcements', { rows, from: 0, total: rows.length });
  },

  async managed(ctx: DoorContext) {
    const [from, to] = parseDoor(managedAnnouncementsDoor, ctx).query.range ?? [0, LAST_OF_FIRST_PAGE];
    sendList(ctx, 'announcements', { ...(await ownAnnouncements({ offset: from, limit: to - from + 1 })), from });
  },

  async add(ctx: DoorContext) {
    ctx.body = await announce(parseDoor(announceDoor, ctx).body);
  },

  async withdraw(ctx: DoorContext) {
    ctx.body = await withdraw(parseDoor(announcementWithdrawDoor, ctx).params.id);
  },
};
