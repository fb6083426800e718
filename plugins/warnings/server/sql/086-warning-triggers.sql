-- Every writer keeps warnings current: what a statement changed is rechecked in its transaction, in a batch when it commits.

/*
 * Rechecks now; inside a batch (anju.batch) notes the households and archives for the end of it. Whoever shares a key at the moment
 * of a change is noted with it: a later change notes those that share then.
 */
create or replace function anju.warnings_touched(p_households integer[], p_keys text[], p_archives integer[], p_hashs text[], p_kinds text[])
returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp set client_min_messages = 'warning' as $$
begin
  if cardinality(p_households) + cardinality(p_keys) + cardinality(p_archives) + cardinality(p_hashs) = 0 then return; end if;
  if nullif(current_setting('anju.batch', true), '') is null then
    perform anju.recheck_warnings(p_households, p_keys, p_archives, p_hashs, p_kinds);
    return;
  end if;
  create temp table if not exists warning_touched (household_id integer, renovation_id integer) on commit drop;
  insert into pg_temp.warning_touched (household_id)
    select unnest(p_households)
    union select m.household_id from members m where m.id_key = any (p_keys)
    union select e.household_id from evidences e where coalesce(e.look_hash, e.content_hash) = any (p_hashs);
  insert into pg_temp.warning_touched (renovation_id)
    select unnest(p_archives) union select a.id from renovations a where a.id_key = any (p_keys);
end $$;

/* A statement over more rows than can be rechecked one by one: all rules run over the node, in a batch at its end. */
create or replace function anju.warnings_touched_widely() returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp set client_min_messages = 'warning' as $$
begin
  if nullif(current_setting('anju.batch', true), '') is null then
    perform anju.run_warning_rules(true);
    return;
  end if;
  create temp table if not exists warning_touched (household_id integer, renovation_id integer) on commit drop;
  insert into pg_temp.warning_touched values (null, null);
end $$;

/* How many rows of one statement are rechecked one by one. */
create or replace function anju.warning_rows_at_once() returns integer language sql immutable as $$ select 20000 $$;

/*
 * One trigger function a table: takes from the rows whose watched columns changed (old and new values, found without a join, so that
 * no plan for few rows meets many) which households, keys, archives and photo hashes are to be rechecked, for which rules.
 */
do $install$
declare
  t record;
begin
  for t in
    select * from (values
      ('households', 'id, region_code, source, vanished_at',
       'array_agg(distinct id)', 'null::text[]', 'null::integer[]', 'null::text[]',
       'v_keys := array(select m.id_key from members m where m.household_id = any (v_households) and m.id_key is not null);
        v_hashs := array(select coalesce(e.look_hash, e.content_hash) from evidences e where e.household_id = any (v_households) and e.deleted_at is null);
        v_archives := array(select s.renovation_id from safeguards s where s.household_id = any (v_households) and s.renovation_id is not null);',
       '{idError,safeguardOverlap,renovationIdentity,evidenceMissing,incomplete,photoReuse}'),
      ('members', 'id, household_id, region_code, name, is_head, registry_id_number, corrected_id_number, id_key, vanished_at',
       'array_agg(distinct household_id)', 'array_agg(distinct id_key) filter (where id_key is not null)', 'null::integer[]', 'null::text[]',
       '', '{idError,safeguardOverlap,renovationIdentity,incomplete}'),
      ('safeguards', 'household_id, kind, renovation_id, relocation_entry_id, appraisal_result, original_appraisal_result, renovation_mode,
         construction_mode, relocation_type, public_housing_type, other_means_type, accepted, archive_incomplete, not_started, not_completed, not_moved_in',
       'array_agg(distinct household_id)', 'null::text[]', 'array_agg(distinct renovation_id) filter (where renovation_id is not null)', 'null::text[]',
       'v_keys := array(select m.id_key from members m where m.household_id = any (v_households) and m.id_key is not null);',
       '{safeguardOverlap,renovationIdentity,evidenceMissing,incomplete}'),
      ('evidences', 'household_id, category, content_hash, look_hash, deleted_at',
       'array_agg(distinct household_id)', 'null::text[]', 'null::integer[]', 'array_agg(distinct coalesce(look_hash, content_hash))',
       '', '{evidenceMissing,photoReuse}'),
      ('renovations', 'id, region_code, head_name, id_number, id_key, archive_number, poverty_type, original_appraisal_result, renovation_mode,
         construction_mode, plan_year, subsidy_total, start_date, completion_date, accepted, accepted_by',
       'null::integer[]', 'array_agg(distinct id_key) filter (where id_key is not null)', 'array_agg(distinct id)', 'null::text[]',
       'v_households := array(select s.household_id from safeguards s where s.renovation_id = any (v_archives));',
       '{safeguardOverlap,renovationIdentity,incomplete}'),
      ('relocation_entries', 'id, region_code, person_name, id_key, move_in_date',
       'null::integer[]', 'array_agg(distinct id_key) filter (where id_key is not null)', 'null::integer[]', 'null::text[]',
       '', '{safeguardOverlap,incomplete}')
    ) as watched (name, columns, households, keys, archives, hashs, more, kinds)
  loop
    execute format($create$
      create or replace function anju.%1$I() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $body$
      declare
        v_rows integer;
        v_households integer[];
        v_keys text[];
        v_archives integer[];
        v_hashs text[];
      begin
        if tg_op = 'DELETE' then
          select count(*) into v_rows from (select from removed limit anju.warning_rows_at_once() + 1) counted;
        else
          select count(*) into v_rows from (select from added limit anju.warning_rows_at_once() + 1) counted;
        end if;
        if v_rows = 0 then return null; end if;
        if tg_op = 'UPDATE' then
          select %3$s, %4$s, %5$s, %6$s, count(*) into v_households, v_keys, v_archives, v_hashs, v_rows
          from ((select %2$s from removed except select %2$s from added) union all (select %2$s from added except select %2$s from removed)) changed;
          if v_rows = 0 then return null; end if;
        elsif v_rows > anju.warning_rows_at_once() then
          null;
        elsif tg_op = 'INSERT' then
          select %3$s, %4$s, %5$s, %6$s into v_households, v_keys, v_archives, v_hashs from added;
        else
          select %3$s, %4$s, %5$s, %6$s into v_households, v_keys, v_archives, v_hashs from removed;
        end if;
        if v_rows > anju.warning_rows_at_once() then
          perform anju.warnings_touched_widely();
          return null;
        end if;
        %7$s
        perform anju.warnings_touched(coalesce(v_households, '{}'), coalesce(v_keys, '{}'), coalesce(v_archives, '{}'),
          coalesce(v_hashs, '{}'), %8$L);
        return null;
      end $body$ $create$,
      'warnings_after_' || t.name, t.columns, t.households, t.keys, t.archives, t.hashs, t.more, t.kinds);
    execute format('revoke execute on function anju.%I() from public', 'warnings_after_' || t.name);
    execute format('create or replace trigger warnings_update after update on public.%I referencing old table as removed new table as added
      for each statement execute function anju.%I()', t.name, 'warnings_after_' || t.name);
    -- A household comes and goes with its persons, whose own rows tell.
    if t.name = 'households' then continue; end if;
    execute format('create or replace trigger warnings_insert after insert on public.%I referencing new table as added
      for each statement execute function anju.%I()', t.name, 'warnings_after_' || t.name);
    execute format('create or replace trigger warnings_delete after delete on public.%I referencing old table as removed
      for each statement execute function anju.%I()', t.name, 'warnings_after_' || t.name);
  end loop;
end $install$;

/*
 * When a batch commits, what it touched is rechecked; all rules run over the node when it touched too much for that, or when its list
 * wakes rules that slept. A loader that works without triggers records its batches, and is served by the same run.
 */
create or replace function anju.settle_warnings_of_batch() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_households integer[];
  v_archives integer[];
  v_wide boolean := new.counties is null or exists (
    select from unnest(new.counties) county
    where not exists (select from import_batch b where b.kind = new.kind and b.state = 'committed' and b.id <> new.id and county = any (b.counties)));
begin
  if current_setting('anju.warnings_settled', true) = pg_current_xact_id()::text then return null; end if;
  if to_regclass('pg_temp.warning_touched') is not null then
    select array_agg(distinct household_id) filter (where household_id is not null),
      array_agg(distinct renovation_id) filter (where renovation_id is not null),
      v_wide or coalesce(bool_or(household_id is null and renovation_id is null), false)
    into v_households, v_archives, v_wide from pg_temp.warning_touched;
  end if;
  if v_wide or coalesce(cardinality(v_households), 0) + coalesce(cardinality(v_archives), 0) > anju.warning_rows_at_once() then
    perform anju.run_warning_rules(true);
    perform set_config('anju.warnings_settled', pg_current_xact_id()::text, true);
  else
    perform anju.recheck_warnings(coalesce(v_households, '{}'), '{}', coalesce(v_archives, '{}'), '{}',
      array(select r.kind from warning_rule r));
  end if;
  return null;
end $$;

drop trigger if exists settle_warnings on anju.import_batch;
create constraint trigger settle_warnings after insert on anju.import_batch deferrable initially deferred
  for each row when (new.state = 'committed') execute function anju.settle_warnings_of_batch();
drop trigger if exists settle_warnings_of_job on anju.import_batch;
create constraint trigger settle_warnings_of_job after update of state on anju.import_batch deferrable initially deferred
  for each row when (new.state = 'committed' and old.state <> 'committed') execute function anju.settle_warnings_of_batch();

revoke execute on function anju.warnings_touched(integer[], text[], integer[], text[], text[]), anju.warnings_touched_widely(),
  anju.warning_rows_at_once(), anju.settle_warnings_of_batch() from public;
