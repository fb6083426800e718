-- The document of the warning rules (anju.configuration) is how they are set: publishing one sets the rules and brings the warnings
-- up to date in its transaction, while savers wait.

/* The rules of a document as the table keeps them. */
create or replace function anju.warning_rules_of(p_value jsonb)
returns table (kind text, enabled boolean, severity text, people text, off text[])
language sql immutable as $$
  select r ->> 'kind', (r ->> 'enabled')::boolean, r ->> 'severity', r ->> 'people', array(select jsonb_array_elements_text(r -> 'off'))
  from jsonb_array_elements(p_value -> 'rules') r
$$;

create or replace function anju.mirror_warning_rules() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_rule record;
begin
  for v_rule in
    select d.*, (d.enabled, d.people, d.off) is distinct from (r.enabled, r.people, r.off) as finds_otherwise
    from anju.warning_rules_of(new.value) d join warning_rule r on r.kind = d.kind
    where (d.enabled, d.severity, d.people, d.off) is distinct from (r.enabled, r.severity, r.people, r.off)
    order by d.kind
  loop
    -- Before anything else: a saver who waits here finds by the rules as they are afterwards.
    perform pg_advisory_xact_lock(anju.warning_lock());
    update warning_rule set enabled = v_rule.enabled, severity = v_rule.severity, people = v_rule.people, off = v_rule.off
      where kind = v_rule.kind;
    perform anju.build_warning_rule(v_rule.kind);
    if v_rule.finds_otherwise then perform anju.rerun_warning_rule(v_rule.kind); end if;
    update warnings set severity = v_rule.severity where kind = v_rule.kind and severity <> v_rule.severity;
  end loop;
  return null;
end $$;
create or replace trigger mirror_warning_rules after insert or update on anju.configuration
  for each row when (new.name = 'warnings') execute function anju.mirror_warning_rules();

/*
 * What a rule would find if it were set so, laid beside its warnings in the configurator's region: warnings that would newly wait for
 * somebody, and those that would wait no more, by county. Nothing is changed. pg_temp.rule_tried keeps them for the examples.
 */
create or replace function anju.warning_rule_effect(p_kind text, p_enabled boolean, p_people text, p_off text[])
returns table (county text, appear bigint, vanish bigint)
language plpgsql security definer
set search_path = pg_catalog, public, anju, pg_temp set work_mem = '256MB' set client_min_messages = 'warning' as $$
declare
  v_region text := anju.configured_region();
  v_rule warning_rule;
begin
  select * into v_rule from warning_rule r where r.kind = p_kind;
  if v_region is null or not found then return; end if;
  drop table if exists pg_temp.rule_tried, pg_temp.rule_found;
  -- A CREATE TABLE AS of the rule alone, so that it may run in parallel.
  execute format('create temp table rule_found on commit drop as
    select found.* from (%s) found (subject, household_id, renovation_id, region_code, fingerprint, explanation) %s',
    anju.full_warning_query(anju.set_warning_query(v_rule.template, p_people, p_off)), case when p_enabled then '' else 'where false' end);
  create temp table rule_tried on commit drop as
  with compared as (
    select coalesce(f.region_code, w.region_code)::text as region_code, f.subject, w.id as warning_id,
      coalesce(w.state not in ('cleared', 'dismissed', 'accepted'), false) as waits,
      case when f.subject is null then false when w.id is null then true
        else anju.warning_state_after(w.state, w.fingerprint, w.explained_fingerprint, w.explained_state, f.fingerprint)
          not in ('dismissed', 'accepted') end as would_wait
    from pg_temp.rule_found f full join (select * from warnings where kind = p_kind) w using (subject)
  )
  select c.region_code, c.subject, c.warning_id, c.would_wait from compared c
  where c.waits <> c.would_wait and c.region_code >= v_region and c.region_code < anju.region_end(v_region);
  return query
    select left(t.region_code, 6), count(*) filter (where t.would_wait), count(*) filter (where not t.would_wait)
    from pg_temp.rule_tried t group by 1;
end $$;

/* The first of those warnings, for who also supervises: only inside the caller's own scope, as its warnings are shown everywhere. */
create or replace function anju.warning_rule_examples(p_most integer)
returns table (appears boolean, household_id integer, renovation_id integer, region_code text, explanation jsonb)
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  if anju.configured_region() is null or not exists (
    select from up_users_role_lnk l join up_roles r on r.id = l.role_id join role_duty d on d.role = r.type and d.duty = 'supervise'
    where l.user_id = anju.actor()) then return; end if;
  return query
    select e.would_wait, coalesce(f.household_id, w.household_id), coalesce(f.renovation_id, w.renovation_id), e.region_code,
      case when e.would_wait then f.explanation else w.explanation end
    from (
      select *, row_number() over (partition by t.would_wait order by t.region_code, t.subject) as place from pg_temp.rule_tried t
      where t.region_code >= current_setting('anju.lo', true) and t.region_code < current_setting('anju.hi', true)
    ) e
    left join pg_temp.rule_found f on f.subject = e.subject left join warnings w on w.id = e.warning_id
    order by e.place, e.would_wait desc limit p_most;
end $$;

revoke execute on function anju.warning_rules_of(jsonb), anju.mirror_warning_rules(), anju.warning_rule_effect(text, boolean, text, text[]),
  anju.warning_rule_examples(integer) from public;
grant execute on function anju.warning_rule_effect(text, boolean, text, text[]), anju.warning_rule_examples(integer) to anju_app;
