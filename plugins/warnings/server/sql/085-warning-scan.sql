-- The full run. Each rule is a CREATE TABLE AS (only so do parallel plans work), then its findings are laid beside the warnings.

/* Runs every rule over the node into temporary tables, and gathers in pg_temp.warning_diff where the warnings say otherwise. */
create or replace function anju.find_all_warnings() returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp set work_mem = '256MB' set client_min_messages = 'warning' as $$
declare
  rule record;
begin
  drop table if exists pg_temp.warning_diff;
  create temp table warning_diff (kind text, subject text, household_id integer, renovation_id integer, found boolean) on commit drop;
  for rule in select r.kind, r.enabled, r.query from warning_rule r order by r.kind loop
    execute format('drop table if exists pg_temp.%I', 'all_' || rule.kind);
    execute format('create temp table %I on commit drop as
      select %L::text as kind, found.* from (%s) found (subject, household_id, renovation_id, region_code, fingerprint, explanation) %s',
      'all_' || rule.kind, rule.kind, rule.query, case when rule.enabled then '' else 'where false' end);
    execute format('insert into pg_temp.warning_diff
      select coalesce(f.kind, w.kind), coalesce(f.subject, w.subject), coalesce(f.household_id, w.household_id),
        coalesce(f.renovation_id, w.renovation_id), f.subject is not null
      from pg_temp.%I f full join (select * from warnings where kind = %L and state <> ''cleared'') w using (subject)
      where (f.subject, f.fingerprint, f.region_code, f.household_id, f.explanation)
        is distinct from (w.subject, w.fingerprint, w.region_code, w.household_id, w.explanation)',
      'all_' || rule.kind, rule.kind);
  end loop;
  analyze pg_temp.warning_diff;
end $$;

/* Writes what find_all_warnings found; only while no saver can change what the rules read. */
create or replace function anju.merge_all_warnings() returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_kind text;
begin
  for v_kind in select r.kind from warning_rule r order by r.kind loop
    execute anju.warning_merge_sql(format('select * from pg_temp.%I', 'all_' || v_kind));
  end loop;
  update warnings w set state = 'cleared', closed_at = now()
  from pg_temp.warning_diff d where w.kind = d.kind and w.subject = d.subject and not d.found and w.state <> 'cleared';
end $$;

/*
 * A run over the whole node. Warnings are always current, so that it normally finds next to nothing: the few differences are
 * rechecked like a save, without stopping savers. `p_alone`, or more than 20,000 differences: savers wait, and all is written at once.
 */
create or replace function anju.run_warning_rules(p_alone boolean) returns table (opened integer, closed integer)
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_start timestamptz := clock_timestamp();
  v_alone boolean := p_alone;
  v_from integer := 0;
begin
  if not v_alone then
    perform anju.find_all_warnings();
    v_alone := (select count(*) > 20000 from pg_temp.warning_diff);
  end if;
  if v_alone then
    perform pg_advisory_xact_lock(anju.warning_lock());
    perform anju.find_all_warnings();
    perform anju.merge_all_warnings();
  else
    while v_from < (select count(*) from pg_temp.warning_diff) loop
      perform anju.recheck_warnings(
        array(select x.household_id from (select * from pg_temp.warning_diff order by kind, subject offset v_from limit 1000) x where x.household_id is not null),
        '{}',
        array(select x.renovation_id from (select * from pg_temp.warning_diff order by kind, subject offset v_from limit 1000) x where x.renovation_id is not null),
        '{}', array(select r.kind from warning_rule r));
      v_from := v_from + 1000;
    end loop;
  end if;
  return query
    insert into anju.warning_run as run (started_at, opened, closed)
    select v_start, count(*) filter (where d.found), count(*) filter (where not d.found) from pg_temp.warning_diff d
    returning run.opened, run.closed;
end $$;

/* The full run that people ask for, one at a time: no row when one is under way. */
create or replace function anju.scan_warnings() returns table (opened integer, closed integer)
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(726081) then return; end if;
  return query select * from anju.run_warning_rules(false);
end $$;

revoke execute on function anju.find_all_warnings(), anju.merge_all_warnings(), anju.run_warning_rules(boolean), anju.scan_warnings() from public;
grant execute on function anju.scan_warnings() to anju_app;
