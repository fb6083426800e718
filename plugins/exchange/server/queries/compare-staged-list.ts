import type { Client } from 'pg';
import { PROMOTED_HOUSEHOLD, PROMOTED_MEMBER, PROMOTED_MEMBER_STATUS, STAGED_PROMOTION } from './promote-off-list';

/**
 * Lays the list beside the register: each household and person that may be taken is new, changed or unchanged; those
 * that the list no longer names are vanished, unless it is a part of a list. A household with any wrong row is left out whole.
 * A household beside the list that the list now carries is changed, not new: it keeps its safeguard, evidence and journal.
 */
export async function compareStagedList(client: Client, extent: 'whole' | 'part'): Promise<void> {
  await client.query(STAGED_HOUSEHOLD);
  await client.query(STAGED_PROMOTION);
  await client.query(PROMOTED_HOUSEHOLD);
  await client.query(PROMOTED_MEMBER);
  await client.query(STAGED_MEMBER);
  await client.query(PROMOTED_MEMBER_STATUS);
  await client.query(HOUSEHOLD_STATUS);
  await client.query(extent === 'whole' ? VANISHED_HOUSEHOLD : `${VANISHED_HOUSEHOLD} and false`);
}

/** Locks the households that the compared list changes, as a save does, and places anew those that somebody has moved since. */
export async function lockChangedHouseholds(client: Client): Promise<void> {
  await client.query(LOCKED);
  await client.query(MOVED_SINCE);
  await client.query(PROMOTED_HOUSEHOLD);
}

/* Counted, so that a province's households do not come over as rows. */
const LOCKED = `
  select count(*) from (
    select id from households where id in (
      select household_id from staged_household where status = 'changed' union all select id from vanished_household)
    order by id for no key update) locked`;

/*
 * Where a household lives is the clerk's to correct. It follows the list only when the list's own region changed and the
 * household still is where the former list put it, or in a village of that township which the list now leaves.
 * A village that was set inside the list's township is more exact than the list, and stays.
 */
const placeOf = (listed: string) => `
    case
      when h.id is null then ${listed}
      when starts_with(h.region_code, ${listed}) then h.region_code
      when h.region_code = h.registry_region_code then ${listed}
      when starts_with(h.region_code, h.registry_region_code) and not starts_with(${listed}, h.registry_region_code)
        then ${listed}
      else h.region_code
    end`;

/*
 * Each row of the list looks up what the register has of it (`offset 0` keeps the planner from joining): row level security hides from the
 * planner how many rows a region has, so that for a large list it would read and hash the register whole.
 */
const STAGED_HOUSEHOLD = `
  create temp table staged_household on commit drop as
  select s.household_number, h.id as household_id,
    s.region_code as registry_region_code,
    ${placeOf('s.region_code')} as region_code,
    (select count(*)::integer from staged_row m where m.household_number = s.household_number) as member_count,
    s.poverty_attribute, s.poverty_cause, s.poverty_exited, s.exit_year,
    case
      when h.id is null then 'new'
      when h.vanished_at is not null then 'changed'
      else 'unchanged'
    end as status
  from staged_row s
  left join lateral (
    select h.id, h.region_code, h.registry_region_code, h.vanished_at from households h where h.registry_number = s.household_number offset 0) h on true
  where s.is_head and s.errors is null
    and not exists (select from staged_error e where e.household_number = s.household_number);
  create unique index on staged_household (household_number);
  create index on staged_household (household_id);
  analyze staged_household`;

const MOVED_SINCE = `
  update staged_household s set region_code = ${placeOf('s.registry_region_code')}
  from households h where s.status = 'changed' and h.id = s.household_id and h.region_code <> s.region_code`;

const STAGED_MEMBER = `
  create temp table staged_member on commit drop as
  select s.row, h.household_number, s.person_number, s.name, s.is_head, s.relation, s.gender, s.ethnicity, s.id_number,
    s.phone, m.id as member_id,
    case
      when m.id is null then 'new'
      when m.vanished_at is not null
        or (m.name, m.is_head, m.relation_to_head, m.gender, m.ethnicity, m.registry_id_number, m.registry_phone)
          is distinct from (s.name, s.is_head, s.relation, s.gender, s.ethnicity, s.id_number, s.phone) then 'changed'
      else 'unchanged'
    end as status
  from staged_row s join staged_household h using (household_number)
  left join lateral (select * from members m where m.person_number = s.person_number offset 0) m on true
  union all
  select null, h.household_number, m.person_number, m.name, false, m.relation_to_head, m.gender, m.ethnicity,
    m.registry_id_number, m.registry_phone, m.id, 'vanished'
  from staged_household h cross join lateral (select * from members m where m.household_id = h.household_id offset 0) m
  where m.vanished_at is null
    and not exists (select from staged_row s where s.person_number = m.person_number)
    and not exists (select from promoted_member p where p.member_id = m.id);
  create index on staged_member (household_number);
  create index on staged_member (member_id);
  analyze staged_member`;

const HOUSEHOLD_STATUS = `
  update staged_household s set status = 'changed' from households h
  where h.id = s.household_id and s.status = 'unchanged'
    and ((h.region_code, h.registry_region_code, h.member_count, h.poverty_attribute, h.poverty_cause, h.poverty_exited, h.exit_year)
        is distinct from (s.region_code, s.registry_region_code, s.member_count, s.poverty_attribute, s.poverty_cause,
          s.poverty_exited, s.exit_year)
      or exists (select from staged_member m where m.household_number = s.household_number and m.status <> 'unchanged'))`;

/* Only in counties that the list covers, by the list's own region, and only when every row says which household it means. */
const VANISHED_HOUSEHOLD = `
  create temp table vanished_household on commit drop as
  select h.id from households h
  where h.source = 'registry' and h.vanished_at is null and anju.in_scope(h.region_code)
    and left(coalesce(h.registry_region_code, h.region_code), 6) in (select distinct left(registry_region_code, 6) from staged_household)
    and not exists (select from staged_row s where s.household_number = h.registry_number)
    and not exists (select from staged_row s where s.household_number is null)`;
