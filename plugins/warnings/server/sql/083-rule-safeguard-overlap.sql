-- 保障措施重叠: what is recognised, what the relocation list and the archives say of any person, and what is recognised elsewhere
-- for a person that both records hold, come to more than one kind.
select anju.install_warning_rule('safeguardOverlap', 'error', '{relocation,renovation}', $rule$
with shared as (
  -- From the index alone, persons who vanished included; few keys are shared, but `having count(*) > 1` would be taken for a third of them.
  select id_key from members where id_key is not null and {key id_key} and {check household}
  group by id_key having sign(count(*) - 1) = 1
), holder as (
  select m.id_key, m.kind from shared cross join lateral (
    select m.id_key, s.kind
    from members m join households h on h.id = m.household_id join safeguards s on s.household_id = h.id
    where m.id_key = shared.id_key and m.vanished_at is null and h.vanished_at is null offset 0
  ) m
), shared_kinds as materialized (
  -- A household's own kind is among them and belongs to its set anyway.
  select id_key, bit_or(anju.kind_bit(kind)) as kinds from holder group by id_key
), second as (
  select m.household_id, 4 as kinds, 1 as source from relocation_entries r join members m on m.id_key = r.id_key
  where m.vanished_at is null and {household m.household_id} and {person m} and {check relocationEntry}
  union all
  -- An archive that a person took away from the household is not its own, though it holds the number.
  select m.household_id, 2, 2 from renovations a join members m on m.id_key = a.id_key
  where m.vanished_at is null and {household m.household_id} and {person m} and {check renovation}
    and a.refused_household_id is distinct from m.household_id
  union all
  select m.household_id, k.kinds, 4 from shared_kinds k cross join lateral (
    select m.household_id from members m
    where m.id_key = k.id_key and m.vanished_at is null and {household m.household_id} and {person m} offset 0
  ) m
), gathered as (
  select household_id, bit_or(kinds) as kinds, bit_or(source) as sources
  from (select * from second union all select s.household_id, anju.kind_bit(s.kind), 0 from safeguards s where {household s.household_id}) every
  group by household_id having bit_or(kinds) & (bit_or(kinds) - 1) <> 0
), overlapping as materialized (
  select h.id, h.region_code, s.kind, g.kinds, g.sources
  from gathered g join households h on h.id = g.household_id left join safeguards s on s.household_id = h.id
  where h.vanished_at is null
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
     where o.sources & 1 <> 0 and m.household_id = o.id and m.vanished_at is null and {person m} and {check relocationEntry} order by r.id limit 5)
    union all
    (select 3, a.id, jsonb_build_object('source', 'renovation', 'kind', 'renovation', 'renovationId', a.id, 'personName', m.name,
       'idNumber', anju.mask_id_number(m.id_key), 'name', anju.mask_name(a.head_name), 'regionCode', a.region_code, 'countyName', anju.county_name(a.region_code),
       'planYear', a.plan_year, 'renovationMode', a.renovation_mode, 'accepted', a.accepted)
     from members m join renovations a on a.id_key = m.id_key
     where o.sources & 2 <> 0 and m.household_id = o.id and m.vanished_at is null and {person m} and {check renovation}
       and a.refused_household_id is distinct from m.household_id order by a.id limit 5)
    union all
    (select 4, h.id, jsonb_build_object('source', 'household', 'kind', s.kind, 'personName', m.name,
       'idNumber', anju.mask_id_number(m.id_key), 'name', anju.mask_name(other.name), 'regionCode', h.region_code, 'countyName', anju.county_name(h.region_code), 'householdId', h.id)
     from members m join members other on other.id_key = m.id_key and other.household_id <> m.household_id
     join households h on h.id = other.household_id join safeguards s on s.household_id = h.id
     where o.sources & 4 <> 0 and m.household_id = o.id and m.vanished_at is null and other.vanished_at is null and h.vanished_at is null
       and {person m} and {check household}
     order by h.id, m.id limit 5)
  ) each_source
) found
$rule$, $idle$not exists (select from members m where m.id_key = any (p_keys) group by m.id_key having count(*) > 1)
  -- Nobody shares a number, and all that the lists say and that is recognised is of one kind.
  and (select coalesce(bit_or(every.kinds) & (bit_or(every.kinds) - 1), 0) = 0 from (
    select anju.kind_bit(s.kind) as kinds from safeguards s where s.household_id = any (p_households)
    union all
    select 4 where exists (select from relocation_entries r where r.id_key = any (p_keys))
    union all
    select 2 where exists (select from renovations a where a.id_key = any (p_keys))) every)$idle$);
