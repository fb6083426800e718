import type { Client } from 'pg';

/**
 * Adds what only the whole list or the register shows: regions outside the scope, repeated numbers, households without
 * one head or in two regions, numbers that belong elsewhere. Which household holds a number is never told.
 */
export async function judgeStagedList(client: Client): Promise<void> {
  for (const rule of [OUTSIDE_SCOPE, REPEATED_PERSON, HEADS, REGIONS, PERSON_OF_OTHER_HOUSEHOLD, ELSEWHERE]) {
    await client.query(`insert into staged_error (row, household_number, field, message) ${rule}`);
  }
  await client.query('create index on staged_error (household_number); analyze staged_error');
}

const OUTSIDE_SCOPE = `
  select row, household_number, '行政区划代码', '不在您的行政区划内' from staged_row
  where errors is null and not anju.in_scope(region_code)`;

const REPEATED_PERSON = `
  select row, household_number, '人编号', '人编号与第 ' || first || ' 行重复'
  from (select row, household_number, first_value(row) over (partition by person_number order by row) as first
        from staged_row where person_number is not null) numbered
  where row <> first`;

/* A household with unreadable rows is refused for those; its head may stand in one of them. */
const HEADS = `
  select min(row), household_number, '与户主关系',
    case when count(*) filter (where is_head) = 0 then '这一户没有户主' else '这一户有 ' || count(*) filter (where is_head) || ' 名户主' end
  from staged_row where household_number is not null
  group by household_number
  having bool_and(errors is null) and count(*) filter (where is_head) <> 1`;

const REGIONS = `
  select row, household_number, '行政区划代码', '与同一户第 ' || first || ' 行的行政区划不一致'
  from (select row, household_number, region_code, first_value(row) over house as first,
          first_value(region_code) over house as first_region
        from staged_row where errors is null window house as (partition by household_number order by row)) placed
  where region_code <> first_region`;

/* Each row looks its person up: row level security hides from the planner that a join would read the register whole. */
const PERSON_OF_OTHER_HOUSEHOLD = `
  select s.row, s.household_number, '人编号', '人编号已属于另一户'
  from staged_row s cross join lateral (
    select h.registry_number, h.region_code from members m join households h on h.id = m.household_id
    where m.person_number = s.person_number offset 0) h
  where s.errors is null and h.registry_number is distinct from s.household_number and anju.in_scope(h.region_code)`;

const ELSEWHERE = `
  select distinct on (s.row) s.row, s.household_number, case when taken.household_number is null then '人编号' else '户编号' end,
    '编号已登记在其他地方，不在您的行政区划内'
  from anju.register_numbers_elsewhere(
      array(select distinct household_number from staged_row where household_number is not null),
      array(select distinct person_number from staged_row where person_number is not null)) taken
  join staged_row s on s.household_number = taken.household_number or s.person_number = taken.person_number
  where s.errors is null and anju.in_scope(s.region_code)`;
