-- 保障措施重叠: what is recognised, what the relocation list and the archives say of any person, and what is recognised elsewhere
-- for a person that both records hold, come to more than one kind.
select anju.install_warning_rule('safeguardOverlap', 'error', '{relocation,renovation}', $rule$
with shared as (
  select id_key from members where id_key is not null and vanished_at is null and {key id_key}
  group by id_key having count(*) > 1
), shared_kinds as materialized (
  -- A household's own kind is among them and belongs to its set anyway.
  select m.id_key, bit_or(anju.kind_bit(s.kind)) as kinds
  from shared join members m using (id_key) join households h on h.id = m.household_id join safeguards s on s.household_id = h.id
  where m.vanished_at is null and h.vanished_at is null
  group by m.id_key
), second as (
  select m.household_id, 4 as kinds from relocation_entries r join members m on m.id_key = r.id_key
  where m.vanished_at is null and {household m.household_id}
  union all
  select m.household_id, 2 from renovations a join members m on m.id_key = a.id_key
  where m.vanished_at is null and {household m.household_id}
  union all
  select m.household_id, k.kinds from shared_kinds k join members m using (id_key)
  where m.vanished_at is null and {household m.household_id}
), gathered as (
  select household_id, bit_or(kinds) as kinds from second group by household_id
), overlapping as materialized (
  select h.id, h.region_code, s.kind, g.kinds | anju.kind_bit(s.kind) as kinds
  from gathered g join households h on h.id = g.household_id left join safeguards s on s.household_id = h.id
  where h.vanished_at is null and (g.kinds | anju.kind_bit(s.kind)) & ((g.kinds | anju.kind_bit(s.kind)) - 1) <> 0
)
select 'household:' || o.id, o.id, null::integer, o.region_code::text,
  md5(concat_ws('|', o.kinds, found.identity)), jsonb_build_object('sources', found.sources)
from overlapping o cross join lateral (
  select jsonb_agg(explained order by rank, id) as sources, string_agg(concat_ws(':', rank, id, explained ->> 'kind'), ',' order by rank, id) as identity
  from (
    select 1 as rank, o.id, jsonb_build_object('source', 'recognised', 'kind', o.kind) as explained where o.kind is not null
    union all
    (select 2, r.id, jsonb_build_object('source', 'relocationEntry', 'kind', 'povertyRelocation', 'personName', m.name,
       'idNumber', anju.mask_id_number(m.id_key), 'name', anju.mask_name(r.person_name), 'regionCode', r.region_code, 'countyName', anju.county_name(r.region_code),
       'moveInDate', r.move_in_date)
     from members m join relocation_entries r on r.id_key = m.id_key
     where m.household_id = o.id and m.vanished_at is null order by r.id limit 5)
    union all
    (select 3, a.id, jsonb_build_object('source', 'renovation', 'kind', 'renovation', 'personName', m.name,
       'idNumber', anju.mask_id_number(m.id_key), 'name', anju.mask_name(a.head_name), 'regionCode', a.region_code, 'countyName', anju.county_name(a.region_code),
       'planYear', a.plan_year, 'renovationMode', a.renovation_mode, 'accepted', a.accepted)
     from members m join renovations a on a.id_key = m.id_key
     where m.household_id = o.id and m.vanished_at is null order by a.id limit 5)
    union all
    (select 4, h.id, jsonb_build_object('source', 'household', 'kind', s.kind, 'personName', m.name,
       'idNumber', anju.mask_id_number(m.id_key), 'name', anju.mask_name(other.name), 'regionCode', h.region_code, 'countyName', anju.county_name(h.region_code), 'householdId', h.id)
     from members m join members other on other.id_key = m.id_key and other.household_id <> m.household_id
     join households h on h.id = other.household_id join safeguards s on s.household_id = h.id
     where m.household_id = o.id and m.vanished_at is null and other.vanished_at is null and h.vanished_at is null
     order by h.id, m.id limit 5)
  ) each_source
) found
$rule$);
