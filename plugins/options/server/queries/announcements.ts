import type { Announcement, ManagedAnnouncement, NewAnnouncement } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import type { CountedRows } from './option-rows';

const NAME = `coalesce(nullif(r.full_name, ''), r.name, '全国')`;
const COLUMNS = `a.id, a.title, a.text, a.region_code as "regionCode", ${NAME} as "regionName",
  a.valid_from::text as "validFrom", a.valid_to::text as "validTo", a.author_name as by, a.withdrawn_by as "withdrawnBy",
  case when a.withdrawn_at is not null then 'withdrawn' when cast(:today as date) < a.valid_from then 'coming'
    when cast(:today as date) > a.valid_to then 'expired' else 'current' end as state`;

/** What is announced today to the region of who asks, the widest region first. */
export async function announcedToday(db: Knex, today: string): Promise<readonly Announcement[]> {
  const { rows } = await db.raw<{ rows: Announcement[] }>(
    `select a.id, a.title, a.body as text, a.region_code as "regionCode", ${NAME} as "regionName",
       a.valid_from::text as "validFrom", a.valid_to::text as "validTo", a.author_name as by
     from anju.announced_today(cast(? as date)) a left join regions r on r.code = a.region_code
     order by length(a.region_code), a.id desc limit 50`,
    [today],
  );
  return rows;
}

/** A page of the messages in the scope, newest first. */
export async function managedAnnouncements(
  db: Knex,
  today: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<CountedRows<ManagedAnnouncement>> {
  const { rows } = await db.raw<{ rows: ManagedAnnouncement[] }>(
    `select ${COLUMNS} from announcements a left join regions r on r.code = a.region_code
     order by a.id desc offset :offset limit :limit`,
    { today, ...page },
  );
  const counted = await db.raw<{ rows: { total: number }[] }>('select count(*)::integer as total from announcements');
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** One message in the scope. */
export async function managedAnnouncement(
  db: Knex,
  today: string,
  id: number,
): Promise<ManagedAnnouncement | undefined> {
  const { rows } = await db.raw<{ rows: ManagedAnnouncement[] }>(
    `select ${COLUMNS} from announcements a left join regions r on r.code = a.region_code where a.id = :id`,
    { today, id },
  );
  return rows[0];
}

/** Writes a message and answers its number. */
export async function insertAnnouncement(
  db: Knex,
  { title, text, regionCode, validFrom, validTo }: NewAnnouncement,
  author: { readonly id: number; readonly name: string },
): Promise<number> {
  const [row] = await db('announcements')
    .insert({
      title,
      text,
      region_code: regionCode,
      valid_from: validFrom,
      valid_to: validTo,
      author_id: author.id,
      author_name: author.name,
    })
    .returning<{ id: number }[]>('id');
  if (!row) throw new Error('The announcement was not written');
  return row.id;
}

/** Withdraws a message that was not withdrawn before. */
export async function withdrawAnnouncement(db: Knex, id: number, by: string): Promise<void> {
  await db('announcements').where({ id, withdrawn_at: null }).update({ withdrawn_at: db.fn.now(), withdrawn_by: by });
}
