import type { Client } from 'pg';

/** Adds what only the whole list or the register shows of the staged rows of a relocation list. */
export async function judgeRelocation(client: Client): Promise<void> {
  await client.query(LISTED);
  for (const rule of [NO_PLACE, OUTSIDE_SCOPE, UNKNOWN_HOUSEHOLD, REPEATED]) {
    await client.query(`insert into staged_error (row, field, message) ${rule}`);
  }
  await client.query('create index on staged_error (row); analyze staged_error');
}

/**
 * Lays the list beside the entries that there are: a person is found again by the identity key, else by 户编号 and name. An entry that
 * the list no longer names has vanished, in counties that the list covers, as long as every row says whom it means.
 */
export async function compareRelocation(client: Client, extent: 'whole' | 'part'): Promise<void> {
  for (const statement of [STANDING, BY_KEY, BY_NAME, ENTRIES, VANISHED(extent)]) await client.query(statement);
  await client.query('create index on staged_entry (entry_id); analyze staged_entry');
}

/*
 * Who each row is: a row that gives the household's number alone means its head, or whoever of it has a number that can be matched.
 * A row that names no place is where the register has its household.
 */
const LISTED = `
  create temp table listed on commit drop as
  select s.row, s.errors is not null as is_refused,
    coalesce(s.region_code, h.region_code, p.region_code) as region_code, s.household_number,
    coalesce(s.person_name, p.name, m.name) as person_name, coalesce(s.id_number, m.number) as id_number,
    anju.id_key(coalesce(s.id_number, m.number)) as key,
    s.resettlement_mode, s.resettlement_site, s.project, s.status as stage, s.start_date, s.completion_date, s.move_in_date,
    s.id_number is null and m.number is null as is_nobody
  from staged_row s
  left join households h on h.registry_number = s.household_number
  left join lateral (
    select m.name, coalesce(nullif(m.corrected_id_number, ''), m.registry_id_number) as number from members m
    where s.id_number is null and m.household_id = h.id and m.vanished_at is null
    order by m.id_key is null, not m.is_head, m.id limit 1) m on true
  left join lateral (
    select m.name, m.region_code from members m
    where (s.region_code is null or s.person_name is null) and s.id_number is not null and m.id_key = anju.id_key(s.id_number) and m.vanished_at is null
    order by m.id limit 1) p on true;
  create unique index on listed (row);
  create index on listed (key);
  analyze listed`;

const NO_PLACE = `
  select row, '行政区划代码', '没有填写行政区划，住户库中也没有这一户' from listed where not is_refused and region_code is null`;

const OUTSIDE_SCOPE = `
  select row, '行政区划代码', '不在您的行政区划内' from listed where not is_refused and region_code is not null and not anju.in_scope(region_code)`;

const UNKNOWN_HOUSEHOLD = `
  select row, '户编号', '住户库中没有这个户编号，或该户无人有证件号码；请填写证件号码' from listed
  where not is_refused and region_code is not null and is_nobody`;

const REPEATED = `
  select row, '证件号码', '与第 ' || first || ' 行是同一人' from (
    select row, first_value(row) over (partition by coalesce(key, id_number, household_number || ' ' || person_name) order by row) as first
    from listed where not is_refused and not is_nobody) numbered
  where row <> first`;

const STANDING = `
  create temp table standing on commit drop as
  select e.id, coalesce(e.id_key, anju.id_key(e.id_number), e.id_number) as key, e.household_number, e.person_name, e.region_code, e.vanished_at
  from relocation_entries e where anju.in_scope(e.region_code);
  create index on standing (key);
  analyze standing`;

/* Refused rows are matched as well: what they mean has not vanished. */
const BY_KEY = `
  create temp table matched on commit drop as
  select distinct on (e.id) l.row, e.id from listed l join standing e on e.key = coalesce(l.key, l.id_number) order by e.id, l.row;
  create index on matched (row);
  create index on matched (id);
  analyze matched`;

const BY_NAME = `
  insert into matched
  select min(l.row), min(e.id) from listed l join standing e using (household_number, person_name)
  where not exists (select from matched m where m.row = l.row) and not exists (select from matched m where m.id = e.id)
  group by l.household_number, l.person_name having count(*) = 1;
  analyze matched`;

const ENTRIES = `
  create temp table staged_entry on commit drop as
  select l.row, e.id as entry_id, l.region_code, l.household_number, l.person_name, l.id_number, l.resettlement_mode, l.resettlement_site,
    l.project, l.stage, l.start_date, l.completion_date, l.move_in_date, 0 as kept,
    case when e.id is null then 'new'
      when e.vanished_at is not null
        or (e.region_code, e.household_number, e.person_name, e.id_number, e.resettlement_mode, e.resettlement_site, e.project, e.status,
            e.start_date, e.completion_date, e.move_in_date)
          is distinct from (l.region_code, l.household_number, l.person_name, l.id_number, l.resettlement_mode, l.resettlement_site,
            l.project, l.stage, l.start_date, l.completion_date, l.move_in_date) then 'changed'
      else 'unchanged' end as status
  from listed l
  left join (select row, min(id) as id from matched group by row) m using (row)
  left join relocation_entries e on e.id = m.id
  where not l.is_refused and not exists (select from staged_error r where r.row = l.row)`;

const VANISHED = (extent: 'whole' | 'part') => `
  insert into staged_entry (entry_id, region_code, household_number, person_name, kept, status)
  select e.id, e.region_code, e.household_number, e.person_name, 0, 'vanished' from standing e
  where ${extent === 'whole'} and e.vanished_at is null
    and left(e.region_code, 6) in (select distinct left(region_code, 6) from staged_entry)
    and not exists (select from matched m where m.id = e.id)
    and not exists (select from listed l where l.household_number is null and l.id_number is null)`;
