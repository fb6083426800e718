import type { Client } from 'pg';
import { ARCHIVE_TYPES, type ArchiveListField } from '../lists/archive-list';
import { columnName } from './stage-entries';

/** Adds what only the whole list or the register shows of the staged archives. */
export async function judgeArchives(client: Client): Promise<void> {
  await client.query(LISTED);
  for (const rule of [NO_PLACE, OUTSIDE_SCOPE, NO_IDENTITY, REPEATED, ELSEWHERE]) {
    await client.query(`insert into staged_error (row, field, message) ${rule}`);
  }
  await client.query('create index on staged_error (row); analyze staged_error');
}

/**
 * Lays the list beside the archives that there are, found again by archive number, else by person and plan year; an archive that the
 * form opened without a year is completed by the person's one. Nothing that a person corrected changes: that is, what is not what
 * the list said last. An empty cell says nothing.
 */
export async function compareArchives(client: Client, extent: 'whole' | 'part'): Promise<void> {
  for (const statement of [STANDING, BY_NUMBER, BY_YEAR, WITHOUT_YEAR, MERGED, ENTRIES, VANISHED(extent)]) {
    await client.query(statement);
  }
  await client.query('create index on staged_entry (archive_id); analyze staged_entry');
}

const FIELDS = Object.keys(ARCHIVE_TYPES) as readonly ArchiveListField[]; // keys() forgets its keys
const each = (write: (column: string, type: string) => string) =>
  FIELDS.map((field) => write(columnName(field), ARCHIVE_TYPES[field]));
export const ARCHIVE_COLUMN_NAMES = each((column) => column);

/* A row that names no place is where the register has its person. */
const LISTED = `
  create temp table listed on commit drop as
  select s.row, s.errors is not null as is_refused, coalesce(s.region_code, p.region_code) as region_code,
    anju.id_key(s.id_number) as key, ${each((column) => `s.${column}`)
      .filter((column) => column !== 's.region_code')
      .join(', ')}
  from staged_row s
  left join lateral (
    select m.region_code from members m
    where s.region_code is null and m.id_key = anju.id_key(s.id_number) and m.vanished_at is null order by m.id limit 1) p on true;
  create unique index on listed (row);
  create index on listed (key);
  create index on listed (archive_number);
  analyze listed`;

const NO_PLACE = `
  select row, '行政区划代码', '没有填写行政区划，住户库中也没有这个人' from listed where not is_refused and region_code is null`;

const OUTSIDE_SCOPE = `
  select row, '行政区划代码', '不在您的行政区划内' from listed where not is_refused and region_code is not null and not anju.in_scope(region_code)`;

const NO_IDENTITY = `
  select row, '身份证号', case when id_number is null then '没有档案号，也没有身份证号，无法识别是哪份档案'
    else '身份证号有误，又没有档案号，无法识别是哪份档案' end
  from listed where not is_refused and archive_number is null and key is null`;

const REPEATED = `
  select row, field, '与第 ' || first || ' 行是同一份档案' from (
    select row, '档案号' as field, first_value(row) over (partition by archive_number order by row) as first
    from listed where not is_refused and archive_number is not null
    union all
    select row, '身份证号', first_value(row) over (partition by key, plan_year order by row)
    from listed where not is_refused and archive_number is null and key is not null) numbered
  where row <> first`;

const ELSEWHERE = `
  select l.row, '档案号', '档案号已登记在其他地方，不在您的行政区划内'
  from anju.archive_numbers_elsewhere(array(select archive_number from listed where archive_number is not null)) taken
  join listed l using (archive_number) where not l.is_refused`;

/* By what an archive says and by what its list said: whoever corrected a number still has the same archive. */
const STANDING = `
  create temp table standing on commit drop as
  select a.id, a.archive_number, a.imported ->> 'archive_number' as listed_number, a.id_key as key, anju.id_key(a.imported ->> 'id_number') as listed_key,
    a.plan_year, (a.imported ->> 'plan_year')::integer as listed_year
  from renovations a where anju.in_scope(a.region_code);
  create index on standing (archive_number);
  create index on standing (listed_number) where listed_number is not null;
  create index on standing (key);
  create index on standing (listed_key) where listed_key is not null;
  analyze standing`;

/* Refused rows are matched as well: what they mean has not vanished. */
const BY_NUMBER = `
  create temp table matched (row integer, id integer) on commit drop;
  insert into matched
  select distinct on (row) row, id from (
    select distinct on (id) row, id, rank from (
      select l.row, s.id, 1 as rank from listed l join standing s using (archive_number)
      union all
      select l.row, s.id, 2 from listed l join standing s on s.listed_number = l.archive_number) found
    order by id, rank, row) once order by row, rank, id;
  create index on matched (row);
  create index on matched (id);
  analyze matched`;

const BY_YEAR = `
  insert into matched
  select distinct on (row) row, id from (
    select distinct on (id) row, id, rank from (
      select l.row, s.id, 1 as rank, l.archive_number, s.archive_number as other from listed l join standing s using (key)
      where l.plan_year is not distinct from s.plan_year
      union all
      select l.row, s.id, 2, l.archive_number, s.archive_number from listed l join standing s on s.listed_key = l.key
      where l.plan_year is not distinct from coalesce(s.listed_year, s.plan_year)) found
    where (found.archive_number is null or found.other is null) and not exists (select from matched m where m.row = found.row)
      and not exists (select from matched m where m.id = found.id)
    order by id, rank, row) once order by row, rank, id;
  analyze matched`;

const WITHOUT_YEAR = `
  insert into matched
  select min(l.row), min(s.id) from listed l join standing s using (key)
  where s.plan_year is null and (l.archive_number is null or s.archive_number is null)
    and not exists (select from matched m where m.row = l.row) and not exists (select from matched m where m.id = s.id)
  group by key having count(*) = 1;
  analyze matched`;

/* What a person corrected is what differs from what the list said last; of an archive that no list named, all that is filled in. */
const inForce = (column: string, said: string) =>
  `case when l.${column} is null or (a.id is not null and a.${column} is distinct from ${said}) then a.${column} else l.${column} end`;

const MERGED_ROWS = `
  select l.row, a.id as archive_id, a.version as archive_version, a.vanished_at is not null as is_back,
    ${each((column, type) => `${inForce(column, type === 'jsonb' ? `a.imported -> '${column}'` : `(a.imported ->> '${column}')::${type}`)} as ${column}`).join(',\n    ')},
    jsonb_strip_nulls(jsonb_build_object(${each((column) => `'${column}', l.${column}`).join(', ')})) as said
  from listed l left join matched m using (row) left join renovations a on a.id = m.id
  where not l.is_refused and not exists (select from staged_error e where e.row = l.row)`;

const SUBSIDY_TOTAL = `
  update merged set subsidy_total = coalesce(subsidy_central, 0) + coalesce(subsidy_province, 0) + coalesce(subsidy_city, 0) + coalesce(subsidy_county, 0)
  where coalesce(subsidy_central, subsidy_province, subsidy_city, subsidy_county) is not null
    and subsidy_total is distinct from coalesce(subsidy_central, 0) + coalesce(subsidy_province, 0) + coalesce(subsidy_city, 0) + coalesce(subsidy_county, 0)`;

const MERGED = `create temp table merged on commit drop as ${MERGED_ROWS}; ${SUBSIDY_TOTAL}`;

const ENTRY_ROWS = `
  select g.*,
    ${each((column) => `(l.${column} is not null and l.${column} is distinct from g.${column})::integer`).join(' + ')} as kept,
    case when g.archive_id is null then 'new'
      when g.is_back or (${each((column) => `a.${column}`).join(', ')}) is distinct from (${each((column) => `g.${column}`).join(', ')}) then 'changed'
      else 'unchanged' end as status
  from merged g join listed l using (row) left join renovations a on a.id = g.archive_id`;

const ENTRIES = `create temp table staged_entry on commit drop as ${ENTRY_ROWS}`;

/** Locks the archives that the list changes or no longer names, after their households as a save does, and merges anew what was saved since. */
export const LOCKED_ARCHIVES: readonly string[] = [
  `select from households where id in (
     select s.household_id from safeguards s join staged_entry e on e.archive_id = s.renovation_id where e.status in ('changed', 'vanished'))
   order by id for no key update`,
  `select from renovations where id in (select archive_id from staged_entry where status in ('changed', 'vanished')) order by id for no key update`,
  `create temp table saved_since on commit drop as
   select a.id from staged_entry e join renovations a on a.id = e.archive_id where e.status = 'changed' and a.version <> e.archive_version`,
  `truncate merged`,
  `insert into merged ${MERGED_ROWS} and a.id in (select id from saved_since)`,
  SUBSIDY_TOTAL,
  `delete from staged_entry where archive_id in (select id from saved_since)`,
  `insert into staged_entry ${ENTRY_ROWS}`,
];

/* Of archives that came by a list, in the counties and plan years that this one covers. */
const VANISHED = (extent: 'whole' | 'part') => `
  insert into staged_entry (archive_id, region_code, head_name, archive_number, plan_year, kept, status)
  select a.id, a.region_code, a.head_name, a.archive_number, a.plan_year, 0, 'vanished' from renovations a
  where ${extent === 'whole'} and a.imported is not null and a.vanished_at is null and anju.in_scope(a.region_code)
    and (left(a.region_code, 6), a.plan_year) in (select distinct left(region_code, 6), plan_year from staged_entry)
    and not exists (select from matched m where m.id = a.id)
    and not exists (select from listed l where l.archive_number is null and l.key is null)`;
