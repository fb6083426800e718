import type { Announcement, ManagedAnnouncement, NewAnnouncement } from '@anju/domain/contracts';
import { NotFound, registerToday, requestActor, requestDb, RuleBroken } from '@anju/kit';
import {
  announcedToday,
  insertAnnouncement,
  managedAnnouncement,
  managedAnnouncements,
  withdrawAnnouncement,
} from '../queries/announcements';
import type { CountedRows } from '../queries/option-rows';

/** What is announced today to the caller's region. */
export function announcements(): Promise<readonly Announcement[]> {
  return announcedToday(requestDb(), registerToday());
}

/** Messages to the caller's region and those below, whatever became of them. */
export function ownAnnouncements(page: {
  readonly offset: number;
  readonly limit: number;
}): Promise<CountedRows<ManagedAnnouncement>> {
  return managedAnnouncements(requestDb(), registerToday(), page);
}

/** Announces a message; throws RuleBroken outside the caller's region, and for days that cannot be. */
export async function announce(sent: NewAnnouncement): Promise<ManagedAnnouncement> {
  const { id: author, name, regionCode } = requestActor();
  if (regionCode === null || !sent.regionCode.startsWith(regionCode))
    throw new RuleBroken({ regionCode: '只能向本行政区划及其下级发通知' });
  if (sent.validTo < sent.validFrom) throw new RuleBroken({ validTo: '结束日期不能早于开始日期' });
  if (sent.validTo < registerToday()) throw new RuleBroken({ validTo: '结束日期已经过去' });
  return existing(await insertAnnouncement(requestDb(), sent, { id: author, name }));
}

/** Takes a message back; throws NotFound outside the scope. */
export async function withdraw(id: number): Promise<ManagedAnnouncement> {
  await existing(id);
  await withdrawAnnouncement(requestDb(), id, requestActor().name);
  return existing(id);
}

async function existing(id: number): Promise<ManagedAnnouncement> {
  const found = await managedAnnouncement(requestDb(), registerToday(), id);
  if (!found) throw new NotFound('没有这条通知，或不在您的行政区划内');
  return found;
}
