-- 危改身份预警: (a) an archive says 建档立卡 and its number stands neither on the list nor beside it, nor did anybody link it by hand; (b) it says another key group and the
-- number is on the list. It stands with the listed household of the archive's county, else with the archive alone.
select anju.install_warning_rule('renovationIdentity', 'warning', '{household}', $rule$
with covered as materialized (
  select county from anju.covered_counties('household')
), unlisted as (
  select a.id
  from renovations a
  where {archive a.id} and {check notOnList} and a.poverty_type = 'registeredPoor' and a.household_id is null
    and not exists (
      select from members m join households h on h.id = m.household_id
      where m.id_key = a.id_key and m.vanished_at is null and h.vanished_at is null)
    and not exists (select from safeguards s where s.renovation_id = a.id)
), listed as (
  select distinct on (a.id) a.id, h.id as household_id, h.region_code, m.name, m.id as member_id
  from renovations a join members m on m.id_key = a.id_key join households h on h.id = m.household_id
  where {archive a.id} and {check otherGroupOnList} and a.poverty_type in ('subsistenceAllowance', 'dispersedExtremePoverty', 'poorDisabled')
    and m.vanished_at is null and h.vanished_at is null and h.source = 'registry'
  order by a.id, left(h.region_code, 6) = left(a.region_code, 6) desc, h.id
), finding as (
  select id, 'notOnList' as reason, null::integer as household_id, null::text as region_code, null::text as name from unlisted
  union all
  select id, 'otherGroupOnList', household_id, region_code, name from listed
)
select 'renovation:' || a.id,
  case when left(f.region_code, 6) = left(a.region_code, 6) then f.household_id end, a.id,
  case when left(f.region_code, 6) = left(a.region_code, 6) then f.region_code else a.region_code::text end,
  md5(concat_ws('|', f.reason, a.poverty_type, a.id_number, f.household_id)),
  jsonb_build_object('reason', f.reason, 'povertyType', a.poverty_type, 'personName', a.head_name,
    'idNumber', anju.mask_id_number(a.id_number), 'archiveNumber', a.archive_number, 'planYear', a.plan_year,
    'renovationMode', a.renovation_mode, 'archiveRegionCode', a.region_code,
    'others', case when f.household_id is null then '[]'::jsonb
      else jsonb_build_array(jsonb_build_object('householdId', f.household_id, 'name', anju.mask_name(f.name), 'regionCode', f.region_code, 'countyName', anju.county_name(f.region_code))) end)
from finding f join renovations a using (id)
-- Asked for only when something is found.
where left(a.region_code, 6) in (select county from covered)
$rule$, $idle$p_archives = '{}'$idle$);
