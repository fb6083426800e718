-- 身份证号错误: a person's number has a verdict other than ok, or stands for another person row too. One warning a person.
select anju.install_warning_rule('idError', 'error', '{}', $rule$
with flawed as (
  select m.id, array(select error from unnest(flaws.errors) error where error <> all ({off})) as errors, flaws.proposal
  from (
    select m.id, m.id_key, convert_to(m.id_key, 'UTF8') as bytes, coalesce(nullif(m.corrected_id_number, ''), m.registry_id_number) as number
    from members m where m.vanished_at is null and {household m.household_id} and {person m} offset 0
  ) m
  cross join lateral anju.id_number_flaws(m.number,
    (select to_char(now() at time zone 'Asia/Shanghai', 'YYYYMMDD')), (select anju.province_prefixes())) flaws
  -- Most numbers are plain and sound: the slow judgement is for the others. The day and the prefixes are asked for once.
  where not coalesce(m.id_key = m.number
      and anju.is_sound_key(m.id_key, m.bytes, (select to_char(now() at time zone 'Asia/Shanghai', 'YYYYMMDD')), (select anju.added_prefixes())), false)
    and not flaws.errors <@ {off}
), shared as (
  -- From the index alone, persons who vanished included; few keys are shared, but `having count(*) > 1` would be taken for a third of them.
  select id_key from members where id_key is not null and {key id_key} and {check duplicate}
  group by id_key having sign(count(*) - 1) = 1
), holder as (
  select m.*, count(*) over (partition by m.id_key) as holders, row_number() over (partition by m.id_key order by m.id) as place
  from shared cross join lateral (
    select m.id, m.household_id, h.region_code, m.name, m.is_head, m.id_key
    from members m join households h on h.id = m.household_id
    where m.id_key = shared.id_key and m.vanished_at is null and h.vanished_at is null offset 0
  ) m
), twin as (
  select p.id, p.holders - 1 as other_count, string_agg(o.id::text, ',' order by o.id) as other_ids,
    jsonb_agg(jsonb_build_object('householdId', o.household_id, 'name', anju.mask_name(o.name), 'regionCode', o.region_code, 'countyName', anju.county_name(o.region_code))
      order by o.id) as others
  from holder p join holder o on o.id_key = p.id_key and o.id <> p.id and o.place <= 6
  where p.holders > 1 and {household p.household_id} and {person p}
  group by p.id, p.holders
)
select 'member:' || m.id, m.household_id, null::integer, m.region_code::text,
  md5(concat_ws('|', m.number, array_to_string(f.errors, ','), t.other_count, t.other_ids)),
  jsonb_build_object(
    'memberId', m.id, 'personName', m.name, 'isHead', m.is_head,
    'idNumber', anju.mask_id_number(m.number),
    'errors', to_jsonb(coalesce(f.errors, '{}') || case when t.id is null then '{}'::text[] else array['duplicate'] end),
    'hasProposal', coalesce(f.proposal, false),
    'others', coalesce(t.others, '[]'), 'otherCount', coalesce(t.other_count, 0))
from flawed f full join twin t using (id)
-- One by one (offset 0): how many numbers are flawed is guessed far too high.
cross join lateral (
  select m.id, m.household_id, h.region_code, m.name, m.is_head, coalesce(nullif(m.corrected_id_number, ''), m.registry_id_number) as number
  from members m join households h on h.id = m.household_id
  where m.id = coalesce(f.id, t.id) and h.vanished_at is null offset 0
) m
$rule$, $idle$p_households = '{}'$idle$);
