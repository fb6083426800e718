-- 身份证号错误: a person's number has a verdict other than ok, or stands for another person row too. One warning a person.
select anju.install_warning_rule('idError', 'error', '{}', $rule$
with flawed as (
  select m.id, flaws.errors, flaws.proposal
  from members m
  cross join lateral anju.id_number_flaws(coalesce(nullif(m.corrected_id_number, ''), m.registry_id_number),
    (select to_char(now() at time zone 'Asia/Shanghai', 'YYYYMMDD')), (select anju.province_prefixes())) flaws
  where m.vanished_at is null and {household m.household_id}
    -- Most numbers are plain and sound: the slow judgement is for the others. The day and the prefixes are asked for once.
    and not coalesce(m.id_key = coalesce(nullif(m.corrected_id_number, ''), m.registry_id_number)
      and anju.is_sound_number(m.id_key, (select to_char(now() at time zone 'Asia/Shanghai', 'YYYYMMDD')), (select anju.province_prefixes())), false)
), shared as (
  select id_key from members where id_key is not null and vanished_at is null and {key id_key}
  group by id_key having count(*) > 1
), holder as (
  select m.id, m.household_id, h.region_code, m.name, m.id_key, count(*) over (partition by m.id_key) as holders,
    row_number() over (partition by m.id_key order by m.id) as place
  from shared join members m using (id_key) join households h on h.id = m.household_id
  where m.vanished_at is null and h.vanished_at is null
), twin as (
  select p.id, p.holders - 1 as other_count, string_agg(o.id::text, ',' order by o.id) as other_ids,
    jsonb_agg(jsonb_build_object('householdId', o.household_id, 'name', anju.mask_name(o.name), 'regionCode', o.region_code, 'countyName', anju.county_name(o.region_code))
      order by o.id) as others
  from holder p join holder o on o.id_key = p.id_key and o.id <> p.id and o.place <= 6
  where p.holders > 1 and {household p.household_id}
  group by p.id, p.holders
)
select 'member:' || m.id, m.household_id, null::integer, h.region_code::text,
  md5(concat_ws('|', coalesce(nullif(m.corrected_id_number, ''), m.registry_id_number), array_to_string(f.errors, ','), t.other_count, t.other_ids)),
  jsonb_build_object(
    'memberId', m.id, 'personName', m.name, 'isHead', m.is_head,
    'idNumber', anju.mask_id_number(coalesce(nullif(m.corrected_id_number, ''), m.registry_id_number)),
    'errors', to_jsonb(coalesce(f.errors, '{}') || case when t.id is null then '{}'::text[] else array['duplicate'] end),
    'hasProposal', coalesce(f.proposal, false),
    'others', coalesce(t.others, '[]'), 'otherCount', coalesce(t.other_count, 0))
from flawed f full join twin t using (id)
join members m using (id) join households h on h.id = m.household_id
where h.vanished_at is null
$rule$);
