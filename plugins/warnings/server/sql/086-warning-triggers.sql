-- Every writer keeps warnings current: what a statement changed is rechecked in its transaction, in a batch when it commits.

/* Inside a batch, and while regions change, what is touched is noted and rechecked once at the end: what comes in between is nobody's finding. */
create or replace function anju.notes_touched() returns boolean
language sql stable as $$
  select nullif(current_setting('anju.batch', true), '') is not null or anju.recoding()
$$;

/* What is noted: households, archives, and the keys and photo hashes, old ones too, by which somebody else's change may meet it until the end. */
create or replace function anju.open_touched_note() returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp set client_min_messages = 'warning' as $$
begin
  create temp table if not exists warning_touched (household_id integer, renovation_id integer, key text, hash text, is_wide boolean) on commit drop;
end $$;

/*
 * Rechecks now, or notes the households and archives (anju.notes_touched); no keys: those of the households. Whoever shares a key at the moment
 * of a change is noted with it: a later change notes those that share then.
 */
create or replace function anju.warnings_touched(p_households integer[], p_keys text[], p_archives integer[], p_hashs text[], p_kinds text[])
returns void
language plpgsql as $$
begin
  if cardinality(p_households || p_archives) + cardinality(p_keys || p_hashs) = 0 then return; end if;
  if not anju.notes_touched() then
    perform anju.recheck_warnings(p_households, p_keys, p_archives, p_hashs, p_kinds);
    return;
  end if;
  p_keys := coalesce(p_keys, array(select distinct m.id_key from members m where m.household_id = any (p_households) and m.id_key is not null));
  perform anju.open_touched_note();
  insert into pg_temp.warning_touched (household_id)
    select unnest(p_households)
    union select m.household_id from members m where m.id_key = any (p_keys)
    union select e.household_id from evidences e where coalesce(e.look_hash, e.content_hash) = any (p_hashs) and e.household_id is not null;
  insert into pg_temp.warning_touched (renovation_id)
    select unnest(p_archives) union select a.id from renovations a where a.id_key = any (p_keys);
  insert into pg_temp.warning_touched (key) select unnest(p_keys);
  insert into pg_temp.warning_touched (hash) select unnest(p_hashs);
end $$;

/* A statement over more rows than can be rechecked one by one, or a load without triggers: all rules run over the node, in a batch at its end. */
create or replace function anju.warnings_touched_widely() returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp set client_min_messages = 'warning' as $$
begin
  if not anju.notes_touched() then
    perform anju.run_warning_rules(true);
    return;
  end if;
  perform anju.open_touched_note();
  insert into pg_temp.warning_touched (is_wide) values (true);
end $$;

/*
 * Rechecks what a change of regions has touched, in parts, and at last who has come to share a key since; all rules run over the node
 * when one statement touched too much, or when rules woke.
 */
create or replace function anju.recheck_touched_warnings() returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_kinds text[] := array(select r.kind from warning_rule r);
  v_households integer[];
  v_archives integer[];
begin
  if to_regclass('pg_temp.warning_touched') is null then return; end if;
  if exists (select from pg_temp.warning_touched where is_wide) then
    perform anju.run_warning_rules(true);
  else
    for v_households, v_archives in
      select array_agg(household_id) filter (where household_id is not null), array_agg(renovation_id) filter (where renovation_id is not null)
      from (select household_id, renovation_id, row_number() over (order by household_id, renovation_id) / 4000 as part
            from (select distinct household_id, renovation_id from pg_temp.warning_touched where household_id is not null or renovation_id is not null) one) numbered
      group by part order by part
    loop
      perform anju.recheck_warnings(coalesce(v_households, '{}'), '{}', coalesce(v_archives, '{}'), '{}', v_kinds);
    end loop;
    v_households := array(
      (select m.household_id from pg_temp.warning_touched t join members m on m.id_key = t.key
       union select e.household_id from pg_temp.warning_touched t join evidences e on coalesce(e.look_hash, e.content_hash) = t.hash
         where e.household_id is not null and e.deleted_at is null)
      except select household_id from pg_temp.warning_touched);
    perform anju.recheck_warnings(v_households, '{}', '{}', '{}', v_kinds);
  end if;
  drop table pg_temp.warning_touched;
end $$;

/* How many households and archives are rechecked when a batch commits: about the cost of a third of a full run over a province. */
create or replace function anju.warning_subjects_at_once() returns integer language sql immutable as $$ select 100000 $$;

/* How many rows of one statement are rechecked one by one; noted, as many as are rechecked at the end. */
drop function if exists anju.warning_rows_at_once();
create or replace function anju.warning_rows_at_most() returns integer
language sql stable as $$ select case when anju.notes_touched() then anju.warning_subjects_at_once() else 20000 end $$;

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
       'v_waiting := nullif(current_setting(''anju.waiting_archives'', true), '''')::integer[];
        if v_waiting is not null then
          v_archives := v_archives || v_waiting;
          v_keys := current_setting(''anju.waiting_keys'', true)::text[]
            || array(select m.id_key from members m where m.household_id = any (v_households) and m.id_key is not null);
          v_setting := set_config(''anju.waiting_archives'', '''', true);
        elsif v_archives is null then
          -- What an archive says of persons does not depend on how others live, only on who is linked to it.
          v_kinds := array_remove(v_kinds, ''renovationIdentity'');
        end if;',
       '{safeguardOverlap,renovationIdentity,evidenceMissing,incomplete}'),
      ('evidences', 'household_id, category, content_hash, look_hash, deleted_at',
       -- Photos of an archive are nobody's evidence.
       'array_agg(distinct household_id) filter (where household_id is not null)', 'null::text[]', 'null::integer[]',
       'array_agg(distinct coalesce(look_hash, content_hash)) filter (where household_id is not null)',
       '', '{evidenceMissing,photoReuse}'),
      ('renovations', 'id, region_code, household_id, refused_household_id, head_name, id_number, id_key, archive_number, poverty_type, original_appraisal_result, renovation_mode,
         construction_mode, plan_year, subsidy_total, start_date, completion_date, accepted, accepted_by',
       'null::integer[]', 'array_agg(distinct id_key) filter (where id_key is not null)', 'array_agg(distinct id)', 'null::text[]',
       'v_households := array(select s.household_id from safeguards s where s.renovation_id = any (v_archives));
        -- The household whose save completes the archive writes its safeguard next (updateRenovation), and both are rechecked at once then.
        if v_households <@ array[nullif(current_setting(''anju.saved_household'', true), '''')::integer]
          and current_setting(''anju.saved_household'', true) <> '''' and not anju.notes_touched() then
          v_setting := set_config(''anju.waiting_archives'', v_archives::text, true);
          v_setting := set_config(''anju.waiting_keys'', coalesce(v_keys, ''{}'')::text, true);
          return null;
        end if;',
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
        v_changed boolean;
        v_most integer;
        v_households integer[];
        v_keys text[];
        v_archives integer[];
        v_hashs text[];
        v_kinds text[] := %8$L;
        v_waiting integer[];
        v_setting text;
      begin
        %9$s
        if tg_op = 'UPDATE' then
          -- Mostly one row, and nothing of it that is watched.
          select count(*), bool_or(o.watched is distinct from n.watched) into v_rows, v_changed
          from (select row(%2$s) as watched from removed limit 2) o cross join (select row(%2$s) as watched from added limit 2) n;
          if v_rows = 0 or v_rows = 1 and not v_changed%11$s then return null; end if;
        end if;
        v_most := anju.warning_rows_at_most();
        if v_rows = 1 then
          null;
        elsif tg_op = 'DELETE' then
          select count(*) into v_rows from (select from removed limit v_most + 1) counted;
        else
          select count(*) into v_rows from (select from added limit v_most + 1) counted;
        end if;
        if v_rows = 0 then return null; end if;
        if tg_op = 'UPDATE' and v_rows = 1 then
          select %3$s, %4$s, %5$s, %6$s into v_households, v_keys, v_archives, v_hashs
          from (select %2$s from removed union all select %2$s from added) changed;
        elsif tg_op = 'UPDATE' then
          select %3$s, %4$s, %5$s, %6$s, count(*) into v_households, v_keys, v_archives, v_hashs, v_rows
          from ((select %2$s from removed except select %2$s from added) union all (select %2$s from added except select %2$s from removed)) changed;
          if v_rows = 0 then return null; end if;
        elsif v_rows > v_most then
          null;
        elsif tg_op = 'INSERT' then
          select %3$s, %4$s, %5$s, %6$s into v_households, v_keys, v_archives, v_hashs from added;
        else
          select %3$s, %4$s, %5$s, %6$s into v_households, v_keys, v_archives, v_hashs from removed;
        end if;
        if v_rows > v_most then
          perform anju.warnings_touched_widely();
          return null;
        end if;
        %7$s
        perform anju.warnings_touched(coalesce(v_households, '{}'), %10$s, coalesce(v_archives, '{}'), coalesce(v_hashs, '{}'), v_kinds);
        return null;
      end $body$ $create$,
      'warnings_after_' || t.name, t.columns, t.households, t.keys, t.archives, t.hashs, t.more, t.kinds,
      case when t.name = 'households' then 'if anju.is_touch() then return null; end if;' end,
      -- Whoever holds a number of a household meets what it is recognised as.
      case when t.name = 'safeguards' then 'v_keys' else 'coalesce(v_keys, ''{}'')' end,
      case when t.name = 'safeguards' then ' and coalesce(current_setting(''anju.waiting_archives'', true), '''') = ''''' end);
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

/* The counties that a batch's list speaks for. */
create or replace function anju.batch_counties(p_batch anju.import_batch) returns text[]
language sql stable set search_path = pg_catalog, public, anju, pg_temp as $$
  select coalesce(p_batch.counties, array(select r.code from regions r where starts_with(r.code, p_batch.region_code) and r.level = 3))
$$;

/* Those of them that no other batch of the kind covers. */
create or replace function anju.counties_of_batch_alone(p_batch anju.import_batch) returns text[]
language sql stable set search_path = pg_catalog, public, anju, pg_temp as $$
  select array(
    select unnest(anju.batch_counties(p_batch))
    except select unnest(anju.batch_counties(b)) from import_batch b
    where b.kind = p_batch.kind and b.id <> p_batch.id and b.state = any (anju.standing_imports()))
$$;

/*
 * Whose findings hang on whether a list covers these counties: 信息不完整 asks it of the relocation list (a poverty relocation that it does not
 * name), 危改身份预警 of the household list (every archive). No other rule asks anju.covered_counties, which a test watches.
 */
create or replace function anju.subjects_of_coverage(p_list text, p_counties text[]) returns table (household_id integer, renovation_id integer)
language sql stable set search_path = pg_catalog, public, anju, pg_temp as $$
  select s.household_id, null::integer from unnest(p_counties) county
    join safeguards s on s.region_code >= county and s.region_code < anju.region_end(county) and s.kind = 'povertyRelocation'
  where p_list = 'relocation'
  union all
  select null, a.id from unnest(p_counties) county join renovations a on a.region_code >= county and a.region_code < anju.region_end(county)
  where p_list = 'household'
$$;

/*
 * When a batch commits, or is taken back, what it touched is rechecked, and with it what its list wakes (taken back: sends to sleep again)
 * in the counties that no other covers. All rules run over the node when that is too much, or when one statement touched too much.
 */
create or replace function anju.settle_warnings_of_batch() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_kinds text[] := array(select r.kind from warning_rule r);
  v_counties text[] := anju.counties_of_batch_alone(new);
  v_households integer[] := '{}';
  v_archives integer[] := '{}';
  v_keys text[] := '{}';
  v_hashs text[] := '{}';
  v_wide boolean := false;
begin
  if current_setting('anju.warnings_settled', true) = pg_current_xact_id()::text then return null; end if;
  if v_counties <> '{}' and new.kind in ('household', 'relocation') then
    -- Coverage has no key by which a saver under way and this list could meet: so they wait for each other before it is looked at.
    perform pg_advisory_xact_lock(anju.warning_lock());
    v_households := array(select c.household_id from anju.subjects_of_coverage(new.kind, v_counties) c where c.household_id is not null);
    v_archives := array(select c.renovation_id from anju.subjects_of_coverage(new.kind, v_counties) c where c.renovation_id is not null);
  end if;
  if to_regclass('pg_temp.warning_touched') is not null then
    v_wide := exists (select from pg_temp.warning_touched where is_wide);
    v_households := array(select unnest(v_households) union select household_id from pg_temp.warning_touched where household_id is not null);
    v_archives := array(select unnest(v_archives) union select renovation_id from pg_temp.warning_touched where renovation_id is not null);
    v_keys := array(select distinct key from pg_temp.warning_touched where key is not null);
    v_hashs := array(select distinct hash from pg_temp.warning_touched where hash is not null);
  end if;
  if v_wide or cardinality(v_households) + cardinality(v_archives) > anju.warning_subjects_at_once() then
    perform anju.run_warning_rules(true);
    perform set_config('anju.warnings_settled', pg_current_xact_id()::text, true);
  else
    perform anju.recheck_warnings(v_households, v_keys, v_archives, v_hashs, v_kinds);
  end if;
  return null;
end $$;

drop trigger if exists settle_warnings on anju.import_batch;
create constraint trigger settle_warnings after insert on anju.import_batch deferrable initially deferred
  for each row when (new.state = 'committed') execute function anju.settle_warnings_of_batch();
drop trigger if exists settle_warnings_of_job on anju.import_batch;
create constraint trigger settle_warnings_of_job after update of state on anju.import_batch deferrable initially deferred
  for each row when ((new.state = 'committed' and old.state in ('commitQueued', 'committing')) or (new.state = 'undone' and old.state <> 'undone'))
  execute function anju.settle_warnings_of_batch();

revoke execute on function anju.warnings_touched(integer[], text[], integer[], text[], text[]), anju.warnings_touched_widely(),
  anju.notes_touched(), anju.open_touched_note(), anju.recheck_touched_warnings(), anju.warning_rows_at_most(), anju.warning_subjects_at_once(), anju.batch_counties(anju.import_batch),
  anju.counties_of_batch_alone(anju.import_batch), anju.subjects_of_coverage(text, text[]), anju.settle_warnings_of_batch() from public;
