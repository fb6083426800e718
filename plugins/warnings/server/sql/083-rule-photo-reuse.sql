-- 照片重复: the very same photo (by its content) is evidence of two households.
create index if not exists evidences_content_hash_idx on public.evidences (content_hash) where deleted_at is null;

select anju.install_warning_rule('photoReuse', 'info', '{}', $rule$
with shared as (
  select e.content_hash
  from evidences e join anju.photo_category c on c.key = e.category
  where e.deleted_at is null and {hash e.content_hash}
  group by e.content_hash having count(distinct e.household_id) > 1
), used as (
  select distinct e.content_hash, e.household_id, h.region_code, min(e.id) over (partition by e.content_hash, e.household_id) as evidence_id
  from shared join evidences e using (content_hash) join anju.photo_category c on c.key = e.category
  join households h on h.id = e.household_id
  where e.deleted_at is null and h.vanished_at is null
), ranked as (
  select used.*, count(*) over (partition by content_hash) as households,
    row_number() over (partition by content_hash order by household_id) as place
  from used
)
select 'household:' || u.household_id, u.household_id, null::integer, u.region_code::text,
  md5(string_agg(concat_ws(':', u.content_hash, o.household_id), ',' order by u.content_hash, o.household_id)),
  jsonb_build_object('evidenceIds', jsonb_agg(distinct u.evidence_id),
    'others', jsonb_agg(distinct jsonb_build_object('householdId', o.household_id, 'regionCode', o.region_code, 'countyName', anju.county_name(o.region_code))),
    'otherCount', sum(u.households - 1) filter (where o.place = case when u.place = 1 then 2 else 1 end))
from ranked u join ranked o on o.content_hash = u.content_hash and o.household_id <> u.household_id and o.place <= 6
where u.households > 1 and {household u.household_id}
group by u.household_id, u.region_code
$rule$);
