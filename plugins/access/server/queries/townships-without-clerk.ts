import type { UserProposal } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** Townships of the caller's scope with unrecognised households and no active account that enters there. */
export async function townshipsWithoutClerk(db: Knex): Promise<readonly UserProposal[]> {
  const { rows } = await db.raw<{ rows: UserProposal[] }>(
    `select t.code as "regionCode", g.full_name as "regionName", t.unrecognised
     from (select left(h.region_code, 9) as code, count(*)::int as unrecognised from households h
           where not h.recognised and h.departure_reason is null and length(h.region_code) >= 9 group by 1) t
     join regions g on g.code = t.code
     where not exists (
       select from anju.managed_accounts() m
       join anju.role_duty d on d.role = m.role and d.duty = 'enter'
       join up_users u on u.id = m.account
       where u.region_code = t.code and not coalesce(u.blocked, false)
         and (u.valid_until is null or u.valid_until >= (now() at time zone 'Asia/Shanghai')::date))
     order by t.code`,
  );
  return rows;
}
