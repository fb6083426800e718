import { z } from 'zod';
import { calendarDate, regionCode, requiredText, rowIdText } from './field-shapes';
import { door } from './door';
import { listQuery } from './list-query';

export const ANNOUNCEMENT_STATES = ['coming', 'current', 'expired', 'withdrawn'] as const;
export type AnnouncementState = (typeof ANNOUNCEMENT_STATES)[number];

/** A message to a region: shown on 工作台 to everybody inside it, from one day to another. */
export const announcement = z.object({
  id: z.int(),
  title: z.string(),
  text: z.string(),
  regionCode: z.string(),
  regionName: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  by: z.string().nullable(),
});
export type Announcement = z.infer<typeof announcement>;

/** As those see it who may take it back. */
export const managedAnnouncement = z.object({
  ...announcement.shape,
  state: z.enum(ANNOUNCEMENT_STATES),
  withdrawnBy: z.string().nullable(),
});
export type ManagedAnnouncement = z.infer<typeof managedAnnouncement>;

/** A new message; the region is the writer's own, or one below. */
export const newAnnouncement = z.strictObject({
  title: requiredText('标题', 60),
  text: requiredText('内容', 1000),
  regionCode,
  validFrom: calendarDate('开始日期'),
  validTo: calendarDate('结束日期'),
});
export type NewAnnouncement = z.infer<typeof newAnnouncement>;

export const announcementsDoor = door({
  id: 'options.announcement.find',
  method: 'GET',
  path: '/options/announcements',
  access: 'signedIn',
  scope: 'open',
  summary: "What is announced today to the caller's region",
  query: z.strictObject({}),
  answer: z.array(announcement),
});

export const managedAnnouncementsDoor = door({
  id: 'options.announcement.managed',
  method: 'GET',
  path: '/options/announcements/managed',
  access: ['manageUsers'],
  scope: 'region',
  summary: "Messages to the caller's region and those below, newest first, expired and withdrawn ones among them",
  query: listQuery(z.strictObject({}), ['id']),
  answer: z.array(managedAnnouncement),
});

export const announceDoor = door({
  id: 'options.announcement.add',
  method: 'POST',
  path: '/options/announcements',
  access: ['manageUsers'],
  scope: 'region',
  summary: "Announce a message to the caller's region or one below",
  body: newAnnouncement,
  answer: managedAnnouncement,
});

export const announcementWithdrawDoor = door({
  id: 'options.announcement.withdraw',
  method: 'POST',
  path: '/options/announcements/:id/withdraw',
  access: ['manageUsers'],
  scope: 'region',
  summary: 'Withdraw a message; it is shown to nobody any more',
  params: z.strictObject({ id: rowIdText }),
  body: z.strictObject({}),
  answer: managedAnnouncement,
});
