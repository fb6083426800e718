-- 照片重复: the same photo is evidence of two households: the very same file, or one that looks the same (037-photo-prints.sql).
drop index if exists public.evidences_content_hash_idx, public.evidences_look_idx;
-- Over deleted ones, too: PostgreSQL takes no statistics from a partial index, and would read the whole table for a few looks.
do $$ begin
  if to_regclass('public.evidences_shown_idx') is null then
    create index evidences_shown_idx on public.evidences ((coalesce(look_hash, content_hash)));
    analyze public.evidences;
  end if;
end $$;

select anju.install_warning_rule('photoReuse', 'info', '{}', $rule$
with shared as (
  select coalesce(e.look_hash, e.content_hash) as look, case when {check alike} then '' else e.content_hash end as content
  from evidences e join anju.photo_category c on c.key = e.category
  where e.deleted_at is null and {hash coalesce(e.look_hash, e.content_hash)}
  group by 1, 2 having count(distinct e.household_id) > 1
), used as (
  select shared.look, shared.content, e.household_id, h.region_code, min(e.id) as evidence_id, min(e.content_hash) as first_content, max(e.content_hash) as last_content
  from shared join evidences e on coalesce(e.look_hash, e.content_hash) = shared.look
    and (shared.content = '' or e.content_hash = shared.content) join anju.photo_category c on c.key = e.category
  join households h on h.id = e.household_id
  where e.deleted_at is null and h.vanished_at is null
  group by shared.look, shared.content, e.household_id, h.region_code
), ranked as (
  select used.*, count(*) over (partition by look, content) as households,
    row_number() over (partition by look, content order by household_id) as place,
    min(first_content) over (partition by look, content) = max(last_content) over (partition by look, content) as identical
  from used
)
select 'household:' || u.household_id, u.household_id, null::integer, u.region_code::text,
  md5(string_agg(concat_ws(':', u.look, o.household_id), ',' order by u.look, u.content, o.household_id)),
  jsonb_build_object('evidenceIds', jsonb_agg(distinct u.evidence_id),
    'others', jsonb_agg(distinct jsonb_build_object('householdId', o.household_id, 'regionCode', o.region_code, 'countyName', anju.county_name(o.region_code))),
    'identical', bool_and(u.identical),
    'otherCount', sum(u.households - 1) filter (where o.place = case when u.place = 1 then 2 else 1 end))
from ranked u join ranked o on o.look = u.look and o.content = u.content and o.household_id <> u.household_id and o.place <= 6
where u.households > 1 and {household u.household_id}
group by u.household_id, u.region_code
$rule$, $idle$p_hashs = '{}'$idle$);
