import type { AccountFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import { accountStatus } from './managed-users';

const ORDER = { quietDays: 'm.quiet_since', username: 'u.username', regionCode: 'u.region_code' } as const;

/** How a page of the watched accounts is ordered. */
export interface WatchOrder {
  readonly field: keyof typeof ORDER;
  readonly direction: 'ASC' | 'DESC';
}

/** What is asked of the watched accounts; an account is dormant after so many days. */
export interface WatchSearch extends AccountFilter {
  readonly id?: number;
  readonly dormantDays: number;
}

/** Watched accounts as JSON of the contract's fields but for the role's label. */
export async function watchedAccounts(
  db: Knex,
  search: WatchSearch,
  { field, direction }: WatchOrder,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly { readonly row: Readonly<Record<string, unknown>> }[]> {
  // The longest quiet is the earliest last sign-in.
  const isReversed = field === 'quietDays';
  const order = isReversed === (direction === 'ASC') ? 'desc' : 'asc';
  return watched(db, search)
    .leftJoin('regions as g', 'g.code', 'u.region_code')
    .orderBy(ORDER[field], order)
    .orderBy('u.id')
    .limit(page.limit)
    .offset(page.offset)
    .select<{ row: Record<string, unknown> }[]>(db.raw(ROW, { days: search.dormantDays }));
}

/** How many watched accounts a search finds. */
export async function watchedAccountCount(db: Knex, search: WatchSearch): Promise<number> {
  const row = await watched(db, search).count<{ count: string }[]>('*').first();
  return Number(row?.count ?? 0);
}

// An account of which no time is known is to be looked at, too.
const DORMANT = `(not coalesce(u.blocked, false)
  and coalesce(greatest(m.quiet_since, m.kept_at) < now() - make_interval(days => :days), true))`;

/** Every reading starts from what the database says the caller watches. */
function watched(db: Knex, { id, regionCode, role, status, name, dormant, dormantDays }: WatchSearch) {
  const query = db.from(db.raw('anju.watched_accounts() as m')).join('up_users as u', 'u.id', 'm.account');
  if (id !== undefined) query.where('u.id', id);
  if (regionCode !== undefined) query.whereRaw('starts_with(u.region_code, ?)', [regionCode]);
  if (role !== undefined) query.whereIn('m.role', role);
  if (status !== undefined) query.whereRaw(`${accountStatus} = any (?::text[])`, [status]);
  if (name !== undefined)
    query.whereRaw('(position(:name in u.name) > 0 or position(:name in u.username) > 0)', { name });
  if (dormant !== undefined) query.whereRaw(`${dormant ? '' : 'not '}${DORMANT}`, { days: dormantDays });
  return query;
}

const ROW = `json_build_object(
  'id', u.id, 'username', u.username, 'name', coalesce(u.name, u.username), 'role', m.role, 'level', u.level,
  'regionCode', u.region_code, 'regionName', coalesce(g.full_name, u.region_code), 'unit', u.unit, 'status', ${accountStatus},
  'lastSignIn', m.last_sign_in_at, 'quietDays', greatest(0, extract(day from now() - m.quiet_since)::int),
  'dormant', ${DORMANT}, 'keptAt', m.kept_at) as row`;
