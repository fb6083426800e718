import type { UserFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** Today where the register is kept. */
const TODAY = `(now() at time zone 'Asia/Shanghai')::date`;

/** What an account `u` is in, with its lock in `m`. */
export const accountStatus = `case when coalesce(u.blocked, false) then 'disabled'
  when u.valid_until < ${TODAY} then 'expired'
  when m.locked then 'locked'
  when u.must_change_password then 'initial' else 'active' end`;

const ORDER = {
  regionCode: 'u.region_code',
  username: 'u.username',
  name: 'u.name',
  lastSignIn: 'm.last_sign_in_at',
  validUntil: 'u.valid_until',
} as const;

/** What is asked of the ledger. */
export interface UserSearch extends UserFilter {
  readonly id?: number;
}

/** How a page of the ledger is ordered. */
export interface UserOrder {
  readonly field: keyof typeof ORDER;
  readonly direction: 'ASC' | 'DESC';
}

/** A row as one statement reads it: JSON of the contract's fields but for the role's label. */
export interface StoredUserRow {
  readonly row: Readonly<Record<string, unknown>>;
}

/** Accounts below the caller, each with its work in the caller's scope. */
export async function managedUsers(
  db: Knex,
  search: UserSearch,
  order: UserOrder,
  page: { readonly limit: number; readonly offset: number },
): Promise<StoredUserRow[]> {
  const ids = managed(db, search)
    .select(db.raw(`u.id, m.role, m.last_sign_in_at, ${accountStatus} as status`))
    .select(
      db.raw(`row_number() over (order by ?? ${order.direction} nulls last, u.id) as place`, [ORDER[order.field]]),
    )
    .orderBy('place')
    .limit(page.limit)
    .offset(page.offset);
  return db
    .with('page', ids)
    .from('page')
    .join('up_users as u', 'u.id', 'page.id')
    .leftJoin('regions as g', 'g.code', 'u.region_code')
    .joinRaw('left join anju.managed_township_requests() q on q.account = page.id')
    .leftJoin('regions as t', 't.code', 'q.region_code')
    .joinRaw(WORK)
    .orderBy('page.place')
    .select<StoredUserRow[]>(db.raw(ROW));
}

/** How many accounts below the caller a search finds. */
export async function managedUserCount(db: Knex, search: UserSearch): Promise<number> {
  const row = await managed(db, search).count<{ count: string }[]>('*').first();
  return Number(row?.count ?? 0);
}

/** Every reading of the ledger starts from what the database says the caller manages. */
function managed(db: Knex, { id, regionCode, role, status, name }: UserSearch): Knex.QueryBuilder {
  const query = db.from(db.raw('anju.managed_account_states() as m')).join('up_users as u', 'u.id', 'm.account');
  if (id !== undefined) query.where('u.id', id);
  if (regionCode !== undefined) query.whereRaw('starts_with(u.region_code, ?)', [regionCode]);
  if (role !== undefined) query.whereIn('m.role', role);
  if (status !== undefined) query.whereRaw(`${accountStatus} = any (?::text[])`, [status]);
  if (name !== undefined)
    query.whereRaw('(position(:name in u.name) > 0 or position(:name in u.username) > 0)', { name });
  return query;
}

const WORK = `cross join lateral (
  select count(*)::int as entered,
    count(*) filter (where (s.created_at::timestamptz at time zone 'Asia/Shanghai')::date = ${TODAY})::int as today,
    max(s.created_at::timestamptz) as last_at,
    round(100.0 * count(*) filter (where s.returned_at is not null) / nullif(count(*), 0), 1)::float as returned_share
  from safeguards s where s.entered_by = u.id) w`;

const ROW = `json_build_object(
  'id', u.id, 'username', u.username, 'name', coalesce(u.name, u.username), 'role', page.role, 'level', u.level,
  'regionCode', u.region_code, 'regionName', coalesce(g.full_name, u.region_code),
  'placed', u.level = anju.level_of_region(u.region_code),
  'requestedRegionCode', q.region_code, 'requestedRegionName', t.name,
  'unit', u.unit, 'phone', u.phone, 'townshipReviewer', u.township_reviewer, 'countyReviewer', u.county_reviewer,
  'validUntil', u.valid_until, 'status', page.status, 'lastSignIn', page.last_sign_in_at,
  'entered', w.entered, 'enteredToday', w.today, 'lastEntryAt', w.last_at, 'returnedShare', w.returned_share) as row`;
