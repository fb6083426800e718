-- What rules found becomes warnings: opened, re-opened when their inputs changed, closed when the cause is gone.

/* A closed warning whose inputs return to those that a person explained returns to that explanation; other new inputs open it. */
create or replace function anju.warning_state_after(p_state text, p_fingerprint text, p_explained_fingerprint text, p_explained_state text, p_found text)
returns text language sql immutable parallel safe as $$
  select case
    when p_state <> 'cleared' and p_fingerprint = p_found then p_state
    when p_explained_fingerprint = p_found then p_explained_state
    else 'open' end
$$;

/* What a warning becomes when rules find it anew, `p_found` naming the row that they found. */
create or replace function anju.warning_set_sql(p_found text) returns text
language sql immutable as $outer$
  select replace($sql$
      state = anju.warning_state_after(w.state, w.fingerprint, w.explained_fingerprint, w.explained_state, {f}.fingerprint),
      opened_at = case when w.state in ('cleared', 'dismissed', 'accepted') and anju.warning_state_after(w.state, w.fingerprint,
        w.explained_fingerprint, w.explained_state, {f}.fingerprint) = 'open' then now() else w.opened_at end,
      closed_at = case when anju.warning_state_after(w.state, w.fingerprint, w.explained_fingerprint, w.explained_state, {f}.fingerprint)
        in ('dismissed', 'accepted') then coalesce(case when w.state <> 'cleared' then w.closed_at end, now()) end,
      household_id = {f}.household_id, renovation_id = {f}.renovation_id, region_code = {f}.region_code,
      severity = {f}.severity, fingerprint = {f}.fingerprint, explanation = {f}.explanation
  $sql$, '{f}', p_found)
$outer$;

/* The statement that merges rows of `p_found` (kind, subject, household_id, renovation_id, region_code, fingerprint, explanation). */
create or replace function anju.warning_merge_sql(p_found text) returns text
language sql immutable as $outer$
  select format($sql$
    insert into warnings as w (kind, state, subject, household_id, renovation_id, region_code, severity, fingerprint, explanation, opened_at, steps)
    select f.kind, 'open', f.subject, f.household_id, f.renovation_id, f.region_code, r.severity, f.fingerprint, f.explanation, now(), '[]'
    from (%s) f join anju.warning_rule r on r.kind = f.kind
    -- What stands already is not even locked.
    where not exists (select from warnings s where s.kind = f.kind and s.subject = f.subject and s.state <> 'cleared'
      and (s.fingerprint, s.region_code, s.household_id, s.explanation)
        is not distinct from (f.fingerprint, f.region_code, f.household_id, f.explanation))
    order by f.kind, f.subject
    on conflict (kind, subject) do update set %s
    where w.state = 'cleared' or (w.fingerprint, w.region_code, w.household_id, w.explanation)
      is distinct from (excluded.fingerprint, excluded.region_code, excluded.household_id, excluded.explanation)
  $sql$, p_found, anju.warning_set_sql('excluded'))
$outer$;

/* The warnings in scope of the households and archives in the variables of recheck_warnings. */
create or replace function anju.warnings_in_scope_sql() returns text
language sql immutable as $outer$
  select $sql$
      select o.id, o.kind, o.subject, o.state, o.fingerprint, o.region_code, o.household_id, o.explanation from warnings o
      where o.household_id = any (v_households) and o.kind <> 'renovationIdentity' and o.kind = any (p_kinds)
      union all
      select o.id, o.kind, o.subject, o.state, o.fingerprint, o.region_code, o.household_id, o.explanation from warnings o
      where o.renovation_id = any (v_archives) and 'renovationIdentity' = any (p_kinds)
  $sql$
$outer$;
drop function if exists anju.warning_close_sql(text);

/* A full run without savers holds this lock alone, saves share it. */
create or replace function anju.warning_lock() returns bigint language sql immutable as $$ select 726080::bigint $$;

/*
 * Re-evaluates the given households and archives, and every household that shares one of the keys (old and new ones of what changed;
 * null: the households' own) or of the photos' hashes. The keys of all of them are locked, so that two savers of the same person see
 * each other and none waits for the other in a circle. The households' own keys are known beforehand; only where a household that
 * shares one brings further keys along, these are locked in a second round, which searches once more for what was committed while
 * waiting. Mostly nobody shares any, and one look after the lock says so.
 * Findings of the few households of a save are gathered first: mostly there is nothing to merge. Many are merged in one statement.
 * Only the owner's functions call it, with their search path: to set one costs a save as much as a small statement.
 */
do $install$
declare
  c_arguments constant text := '(v_households, v_keys, v_archives, v_hashs)';
  v_all text;
  v_each text;
begin
  select string_agg(format('select * from anju.%I%s where %L = any (v_kinds)', anju.warning_rule_function(kind), c_arguments, kind), ' union all '),
    string_agg(format('if %L = any (v_busy) then v_found := v_found || array(select f from anju.%I%s f); end if;',
      kind, anju.warning_rule_function(kind), c_arguments), ' ')
  into v_all, v_each
  from unnest(array['idError', 'safeguardOverlap', 'renovationIdentity', 'evidenceMissing', 'incomplete', 'photoReuse']) kind;
  execute format($create$
create or replace function anju.recheck_warnings(p_households integer[], p_keys text[], p_archives integer[], p_hashs text[], p_kinds text[])
returns void
language plpgsql set plan_cache_mode = force_generic_plan as $body$
declare
  c_few constant integer := 100;
  v_kinds text[];
  v_households integer[];
  v_keys text[] := '{}';
  v_archives integer[] := p_archives;
  v_hashs text[] := '{}';
  v_locked integer[] := '{}';
  /* Whether the rules ask for keys, or for photos. */
  v_asks_keys constant boolean := p_kinds && array['idError', 'safeguardOverlap', 'incomplete'];
  v_asks_photos constant boolean := 'photoReuse' = any (p_kinds);
  v_sharing integer[];
  v_held text[];
  v_busy text[];
  v_found anju.found_warning[] := '{}';
  /* Standing warnings that nothing found any more, and how many of what was found have a row already. */
  v_gone integer[];
  v_known integer;
begin
  perform pg_advisory_xact_lock_shared(anju.warning_lock());
  -- Only now: while it waited for the lock, a rule may have been switched off.
  select array(select r.kind from anju.warning_rule r where r.enabled and r.kind = any (p_kinds)),
    array(select distinct m.id_key from members m where m.household_id = any (p_households) and m.id_key is not null)
  into v_kinds, v_keys;
  p_keys := coalesce(p_keys, v_keys);
  if not v_asks_keys then v_keys := '{}'; end if;
  if v_asks_photos then
    v_hashs := array(select distinct coalesce(e.look_hash, e.content_hash) from evidences e where e.household_id = any (p_households) and e.deleted_at is null);
  end if;
  loop
    v_held := p_keys || p_hashs || v_keys || v_hashs;
    -- One of 2048 locks each, in ascending order: a bulk write may take them all, and PostgreSQL has room for 6400.
    v_locked := v_locked || (
      select array_agg(bucket) from (
        select bucket, pg_advisory_xact_lock(726080, bucket)
        from (select distinct hashtext(value) & 2047 as bucket from unnest(v_held) value order by 1) sorted where bucket <> all (v_locked)) locked);
    v_households := p_households;
    select array(select distinct m.household_id from members m where m.id_key = any (p_keys)),
      case when v_asks_keys then array(select distinct m.id_key from members m where m.household_id = any (p_households) and m.id_key is not null) else '{}' end
    into v_sharing, v_keys;
    if p_hashs <> '{}' then
      v_sharing := v_sharing || array(
        select distinct e.household_id from evidences e
        where coalesce(e.look_hash, e.content_hash) = any (p_hashs) and e.deleted_at is null and e.household_id is not null);
    end if;
    if not v_sharing <@ p_households then
      v_households := array(select unnest(p_households) union select unnest(v_sharing));
      if v_asks_keys then
        v_keys := array(select distinct m.id_key from members m where m.household_id = any (v_households) and m.id_key is not null);
      end if;
    end if;
    if v_asks_photos then
      v_hashs := array(select distinct coalesce(e.look_hash, e.content_hash) from evidences e where e.household_id = any (v_households) and e.deleted_at is null);
    end if;
    if 'renovationIdentity' = any (p_kinds) and p_keys <> '{}' then
      v_archives := array(select unnest(p_archives) union select a.id from renovations a where a.id_key = any (p_keys));
    end if;
    exit when v_keys || v_hashs <@ v_held;
  end loop;
  if cardinality(v_households) + cardinality(v_archives) > c_few then
    with found as materialized (%1$s), merged as (%2$s)
    update warnings w set state = 'cleared', closed_at = now() from (%3$s) scope
    where w.id = scope.id and w.state <> 'cleared'
      and not exists (select from found f where f.kind = scope.kind and f.subject = scope.subject);
    return;
  end if;
  v_busy := anju.busy_warning_rules(v_households, v_keys, v_archives, v_hashs, v_kinds);
  %4$s
  if v_found = '{}' then
    if exists (select from (%3$s) s where s.state <> 'cleared') then
      update warnings w set state = 'cleared', closed_at = now() from (%3$s) s where w.id = s.id and w.state <> 'cleared';
    end if;
    return;
  end if;
  -- One look at what stands tells what is to be written: mostly nothing.
  select coalesce(array_agg(f) filter (where f.kind is not null), '{}'), coalesce(array_agg(s.id) filter (where f.kind is null and s.state <> 'cleared'), '{}'),
    count(s.id) filter (where f.kind is not null)
  into v_found, v_gone, v_known
  from unnest(v_found) f full join (%3$s) s on s.kind = f.kind and s.subject = f.subject
  where s.id is null or f.kind is null or s.state = 'cleared'
    or (s.fingerprint, s.region_code, s.household_id, s.explanation) is distinct from (f.fingerprint, f.region_code, f.household_id, f.explanation);
  if v_known > 0 then
    update warnings w set %5$s
    from (select f.*, r.severity from unnest(v_found) f join anju.warning_rule r on r.kind = f.kind) f
    where w.kind = f.kind and w.subject = f.subject;
  end if;
  if v_known < cardinality(v_found) then
    %6$s;
  end if;
  if v_gone <> '{}' then
    update warnings w set state = 'cleared', closed_at = now() where w.id = any (v_gone) and w.state <> 'cleared';
  end if;
end $body$ $create$, v_all, anju.warning_merge_sql('select * from found'), anju.warnings_in_scope_sql(),
    v_each, anju.warning_set_sql('f'), anju.warning_merge_sql('select * from unnest(v_found)'));
end $install$;

revoke execute on function anju.warning_state_after(text, text, text, text, text), anju.warning_set_sql(text),
  anju.warning_merge_sql(text), anju.warnings_in_scope_sql(), anju.warning_lock(),
  anju.recheck_warnings(integer[], text[], integer[], text[], text[]) from public;
