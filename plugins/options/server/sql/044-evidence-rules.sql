-- The evidence document is what the rule 佐证材料缺失 reads: publishing one mirrors it and brings the warnings up to date at once.

/* The mandatory groups of an evidence document as the rule reads them. */
create or replace function anju.evidence_groups_of(p_value jsonb)
returns table (kind text, key text, label text, categories text[], waived_column text, waived_values text[], rank integer)
language sql immutable as $$
  select r ->> 'kind', g.value ->> 'key', g.value ->> 'label',
    array(select jsonb_array_elements_text(g.value -> 'categories')),
    lower(regexp_replace(g.value -> 'waivedWhen' ->> 'field', '([A-Z])', '_\1', 'g')),
    case when g.value ? 'waivedWhen' then array(select jsonb_array_elements_text(g.value -> 'waivedWhen' -> 'in')) end,
    g.ordinality::integer - 1
  from jsonb_array_elements(p_value -> 'requirements') r
  cross join lateral jsonb_array_elements(r -> 'groups') with ordinality g
$$;

/* Finds one rule's warnings anew over the whole node, while savers wait. */
create or replace function anju.rerun_warning_rule(p_kind text) returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp set client_min_messages = 'warning' as $$
declare
  v_rule record;
begin
  select * into v_rule from warning_rule r where r.kind = p_kind;
  if not found then return; end if;
  perform pg_advisory_xact_lock(anju.warning_lock());
  drop table if exists pg_temp.rule_found;
  execute format('create temp table rule_found on commit drop as
    select %L::text as kind, found.* from (%s) found (subject, household_id, renovation_id, region_code, fingerprint, explanation) %s',
    p_kind, v_rule.query, case when v_rule.enabled then '' else 'where false' end);
  execute anju.warning_merge_sql('select * from pg_temp.rule_found');
  execute 'update warnings w set state = ''cleared'', closed_at = now()
    where w.kind = $1 and w.state <> ''cleared'' and not exists (select from pg_temp.rule_found f where f.subject = w.subject)' using p_kind;
end $$;

/* Mirrors the document to the rules' tables; only what differs is found anew. */
create or replace function anju.mirror_evidence() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_photos text[] := array(select c ->> 'key' from jsonb_array_elements(new.value -> 'categories') c where c ->> 'accepts' = 'photo' order by 1);
begin
  if exists (
    (select * from anju.evidence_groups_of(new.value) except select * from evidence_group)
    union all
    (select * from evidence_group except select * from anju.evidence_groups_of(new.value))
  ) then
    delete from evidence_group;
    insert into evidence_group select * from anju.evidence_groups_of(new.value);
    perform anju.rerun_warning_rule('evidenceMissing');
  end if;
  if v_photos is distinct from array(select p.key from photo_category p order by 1) then
    delete from photo_category;
    insert into photo_category select unnest(v_photos);
    perform anju.rerun_warning_rule('photoReuse');
  end if;
  return null;
end $$;
create or replace trigger mirror_evidence after insert or update on anju.configuration
  for each row when (new.name = 'evidence') execute function anju.mirror_evidence();

/* Recognised households of the configurator's region that a document would newly find lacking, and those that it would find lacking no
   more, by county. The warnings are always current: who lacks now has one, everybody else has all groups that the document keeps, so
   that only its new groups are looked for. */
create or replace function anju.evidence_effect(p_value jsonb) returns table (county text, missing bigint, mended bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp set work_mem = '256MB' as $$
declare
  v_region text := anju.configured_region();
  v_to text := anju.region_end(v_region);
begin
  if v_region is null then return; end if;
  return query
  with proposed as materialized (
    select g.kind, g.categories, g.waived_column, g.waived_values from anju.evidence_groups_of(p_value) g
  ), standing as materialized (
    select g.kind, g.categories, g.waived_column, g.waived_values from evidence_group g
  ), added as materialized (
    table proposed except table standing
  ), dropped as materialized (
    table standing except table proposed
  ), lacking_now as materialized (
    select w.household_id from warnings w where w.kind = 'evidenceMissing' and w.state <> 'cleared'
  ), without as materialized (
    select s.id, s.household_id, s.region_code, g.waived_column, g.waived_values
    from safeguards s join added g on g.kind = s.kind
    where s.region_code >= v_region and s.region_code < v_to
      and not exists (select from evidences e where e.household_id = s.household_id and e.deleted_at is null and e.category = any (g.categories))
      and not exists (select from lacking_now n where n.household_id = s.household_id)
  ), newly as (
    select distinct w.household_id, w.region_code from without w
    join households h on h.id = w.household_id and h.vanished_at is null
    where case when w.waived_column is null then true
      else (select coalesce(to_jsonb(s) ->> w.waived_column <> all (w.waived_values), true) from safeguards s where s.id = w.id) end
  ), mended_ones as (
    select s.region_code from lacking_now n join safeguards s on s.household_id = n.household_id
    where s.kind in (select d.kind from dropped d) and s.region_code >= v_region and s.region_code < v_to
      and not exists (
        select from proposed g where g.kind = s.kind
          and case when g.waived_column is null then true else coalesce(to_jsonb(s) ->> g.waived_column <> all (g.waived_values), true) end
          and not exists (select from evidences e where e.household_id = s.household_id and e.deleted_at is null and e.category = any (g.categories)))
  )
  select counted.county, sum(counted.missing)::bigint, sum(counted.mended)::bigint
  from (
    select left(n.region_code, 6)::text as county, 1 as missing, 0 as mended from newly n
    union all
    select left(m.region_code, 6)::text, 0, 1 from mended_ones m
  ) counted group by 1;
end $$;

revoke execute on function anju.evidence_groups_of(jsonb), anju.rerun_warning_rule(text), anju.mirror_evidence(), anju.evidence_effect(jsonb) from public;
grant execute on function anju.evidence_effect(jsonb) to anju_app;
