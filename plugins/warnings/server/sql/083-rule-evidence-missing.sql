-- 佐证材料缺失: a recognised household has no evidence of any category of a mandatory group that it is not let off.
select anju.install_warning_rule('evidenceMissing', 'warning', '{}', $rule$
with lacking as materialized (
  select s.id, s.household_id, g.kind, g.key
  from safeguards s join anju.evidence_group g on g.kind = s.kind
  where {household s.household_id}
    and not exists (
      select from evidences e
      where e.household_id = s.household_id and e.deleted_at is null and e.category = any (g.categories))
)
select 'household:' || s.household_id, s.household_id, null::integer, h.region_code::text,
  md5(s.kind || string_agg(g.key, ',' order by g.rank)),
  jsonb_build_object('kind', s.kind, 'groups', jsonb_agg(jsonb_build_object('key', g.key, 'label', g.label) order by g.rank))
from lacking l join safeguards s on s.id = l.id join anju.evidence_group g on g.kind = l.kind and g.key = l.key
join households h on h.id = s.household_id
where h.vanished_at is null
  and case when g.waived_column is null then true
      else coalesce(to_jsonb(s) ->> g.waived_column <> all (g.waived_values), true) end
group by s.id, s.household_id, h.region_code, s.kind
$rule$, $idle$not exists (
  select from safeguards s join anju.evidence_group g on g.kind = s.kind
  where s.household_id = any (p_households)
    and not exists (
      select from evidences e
      where e.household_id = s.household_id and e.deleted_at is null and e.category = any (g.categories)))$idle$);
