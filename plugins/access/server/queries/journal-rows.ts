import type { JournalFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** An entry as it stands in the journal, with the names of who and where. */
export interface JournalRow {
  readonly id: string;
  readonly at: string;
  readonly actor: number | null;
  readonly actor_name: string | null;
  readonly username: string | null;
  readonly request: string | null;
  readonly region_code: string | null;
  readonly region_name: string | null;
  readonly action: string;
  readonly subject_table: string;
  readonly subject_id: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly sealed: boolean;
}

export interface JournalPage {
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
  /** The id of the last entry before the page. */
  readonly after?: number | undefined;
}

/** Conditions of a list, with the matching keys of a typed ID number. */
export interface JournalConditions {
  readonly filter: JournalFilter;
  readonly idKey: string | null;
  /** The end of the asked region's range. */
  readonly regionEnd: string | null;
}

/** Nobody is signed in yet at a sign-in: the account that it names stands for who did it. */
const IS_SIGN_IN = `(j.action in ('signIn', 'signInRefused') and j.subject_table = 'up_users')`;

/** A page of the entries that the caller's range shows. */
export async function journalRows(db: Knex, conditions: JournalConditions, page: JournalPage): Promise<JournalRow[]> {
  const rows = matching(db, conditions)
    .select(
      'j.id',
      db.raw(`to_json(j.at)#>>'{}' as at`),
      'j.actor',
      'u.name as actor_name',
      'u.username',
      'j.request',
      'j.region_code',
      'r.full_name as region_name',
      'j.action',
      'j.subject_table',
      'j.subject_id',
      db.raw('j.detail::json as detail'),
      db.raw('j.id <= coalesce((select max(s.last_id) from anju.journal_seal s), 0) as sealed'),
    )
    .joinRaw(`left join up_users u on u.id = coalesce(j.actor, case when ${IS_SIGN_IN} then j.subject_id end)`)
    .leftJoin('regions as r', 'r.code', 'j.region_code')
    .orderBy('j.id', page.descending ? 'desc' : 'asc')
    .limit(page.limit)
    .offset(page.offset);
  if (page.after !== undefined) rows.where('j.id', page.descending ? '<' : '>', page.after);
  return (await rows) as JournalRow[]; // knex cannot type raw columns
}

/** How many entries match, counted no further than `most`. */
export async function journalCount(db: Knex, conditions: JournalConditions, most: number): Promise<number> {
  const some = matching(db, conditions).select(db.raw('1')).limit(most);
  const row = await db.count<{ count: string }[]>('* as count').from(some.as('some')).first();
  return Number(row?.count ?? 0);
}

function matching(db: Knex, { filter, idKey, regionEnd }: JournalConditions): Knex.QueryBuilder {
  const query: Knex.QueryBuilder = db.from({ j: 'anju.journal' });
  if (filter.action !== undefined) query.where('j.action', filter.action);
  if (filter.withoutReads === true) query.whereNot('j.action', 'readJournal');
  if (filter.subjectTable !== undefined) query.where('j.subject_table', filter.subjectTable);
  if (filter.subjectId !== undefined) query.where('j.subject_id', filter.subjectId);
  if (filter.requestId !== undefined) query.where('j.request', filter.requestId);
  if (filter.regionCode !== undefined) {
    query.where('j.region_code', '>=', filter.regionCode).where('j.region_code', '<', regionEnd);
  }
  if (filter.actor !== undefined) {
    const accounts = '(select a.id from up_users a where a.username = ? or a.name = ?)';
    const names = [filter.actor, filter.actor];
    query.whereRaw(`(j.actor in ${accounts} or ${IS_SIGN_IN} and j.subject_id in ${accounts})`, [...names, ...names]);
  }
  if (filter.registryNumber !== undefined || filter.idNumber !== undefined) {
    query.whereRaw(
      '(j.subject_table, j.subject_id) in (select s.subject_table, s.subject_id from anju.journal_subjects(?, ?, ?) s)',
      [filter.registryNumber ?? null, filter.idNumber ?? null, idKey],
    );
  }
  between(query, filter);
  return query;
}

/** Days in China. Ids and times run together, so the seals tell where in the journal a day lies; a minute covers what does not. */
function between(query: Knex.QueryBuilder, { dateFrom, dateTo }: JournalFilter): void {
  if (dateFrom !== undefined) {
    const start = `(?::date)::timestamp at time zone 'Asia/Shanghai'`;
    query.whereRaw(`j.at >= ${start}`, [dateFrom]).whereRaw(
      `j.id >= coalesce(
         (select s.first_id from anju.journal_seal s where s.last_at >= ${start} - interval '1 minute' order by s.last_at, s.id limit 1),
         (select max(s.last_id) + 1 from anju.journal_seal s), 0)`,
      [dateFrom],
    );
  }
  if (dateTo !== undefined) {
    const end = `(?::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
    query.whereRaw(`j.at < ${end}`, [dateTo]).whereRaw(
      `j.id < coalesce(
         (select s.first_id from anju.journal_seal s where s.first_at >= ${end} + interval '1 minute' order by s.first_at, s.id limit 1),
         9223372036854775807)`,
      [dateTo],
    );
  }
}
