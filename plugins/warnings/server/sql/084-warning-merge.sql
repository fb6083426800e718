-- What rules found becomes warnings: opened, re-opened when their inputs changed, closed when the cause is gone.

/* A closed warning whose inputs return to those that a person explained returns to that explanation; other new inputs open it. */
create or replace function anju.warning_state_after(p_state text, p_fingerprint text, p_explained_fingerprint text, p_explained_state text, p_found text)
returns text language sql immutable parallel safe as $$
  select case
    when p_state <> 'cleared' and p_fingerprint = p_found then p_state
    when p_explained_fingerprint = p_found then p_explained_state
    else 'open' end
$$;

/* The statement that merges rows of `p_found` (kind, subject, household_id, renovation_id, region_code, fingerprint, explanation). */
create or replace function anju.warning_merge_sql(p_found text) returns text
language sql immutable as $outer$
  select format($sql$
    insert into warnings as w (kind, state, subject, household_id, renovation_id, region_code, severity, fingerprint, explanation, opened_at, steps)
    select f.kind, 'open', f.subject, f.household_id, f.renovation_id, f.region_code, r.severity, f.fingerprint, f.explanation, now(), '[]'
    from (%s) f join anju.warning_rule r on r.kind = f.kind
    order by f.kind, f.subject
    on conflict (kind, subject) do update set
      state = anju.warning_state_after(w.state, w.fingerprint, w.explained_fingerprint, w.explained_state, excluded.fingerprint),
      opened_at = case when w.state in ('cleared', 'dismissed', 'accepted') and anju.warning_state_after(w.state, w.fingerprint,
        w.explained_fingerprint, w.explained_state, excluded.fingerprint) = 'open' then now() else w.opened_at end,
      closed_at = case when anju.warning_state_after(w.state, w.fingerprint, w.explained_fingerprint, w.explained_state, excluded.fingerprint)
        in ('dismissed', 'accepted') then coalesce(case when w.state <> 'cleared' then w.closed_at end, now()) end,
      household_id = excluded.household_id, renovation_id = excluded.renovation_id, region_code = excluded.region_code,
      severity = excluded.severity, fingerprint = excluded.fingerprint, explanation = excluded.explanation
    where w.state = 'cleared' or (w.fingerprint, w.region_code, w.household_id, w.explanation)
      is distinct from (excluded.fingerprint, excluded.region_code, excluded.household_id, excluded.explanation)
  $sql$, p_found)
$outer$;

/* A full run without savers holds this lock alone, saves share it. */
create or replace function anju.warning_lock() returns bigint language sql immutable as $$ select 726080::bigint $$;

/*
 * Re-evaluates the given households and archives, and every household that shares one of the keys (old and new ones of what changed)
 * or of the photos' hashes. The keys of all of them are locked in ascending order, as one of 1024 locks each, so that two savers of
 * the same person see each other; then the search is made once more, for what was committed while waiting.
 */
do $install$
begin
  execute replace($function$
create or replace function anju.recheck_warnings(p_households integer[], p_keys text[], p_archives integer[], p_hashs text[], p_kinds text[])
returns void
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  v_kinds text[] := array(select r.kind from warning_rule r where r.enabled and r.kind = any (p_kinds));
  v_households integer[];
  v_keys text[] := '{}';
  v_archives integer[] := p_archives;
  v_hashs text[] := '{}';
begin
  perform pg_advisory_xact_lock_shared(anju.warning_lock());
  for attempt in 1..2 loop
    v_households := array(
      select unnest(p_households)
      union select m.household_id from members m where m.id_key = any (p_keys)
      union select e.household_id from evidences e where coalesce(e.look_hash, e.content_hash) = any (p_hashs) and e.deleted_at is null);
    if p_kinds && array['idError', 'safeguardOverlap', 'incomplete'] then
      v_keys := array(select distinct m.id_key from members m where m.household_id = any (v_households) and m.id_key is not null);
    end if;
    if 'photoReuse' = any (p_kinds) then
      v_hashs := array(select distinct coalesce(e.look_hash, e.content_hash) from evidences e where e.household_id = any (v_households) and e.deleted_at is null);
    end if;
    if 'renovationIdentity' = any (p_kinds) then
      v_archives := array(select unnest(p_archives) union select a.id from renovations a where a.id_key = any (p_keys));
    end if;
    exit when attempt = 2;
    perform pg_advisory_xact_lock(726080, bucket) from (
      select distinct hashtext(value) & 1023 as bucket from unnest(p_keys || p_hashs || v_keys || v_hashs) value order by 1) buckets;
  end loop;
  with found as materialized (
    select * from anju.found_id_error(v_households, v_keys, v_archives, v_hashs) where 'idError' = any (v_kinds)
    union all
    select * from anju.found_safeguard_overlap(v_households, v_keys, v_archives, v_hashs) where 'safeguardOverlap' = any (v_kinds)
    union all
    select * from anju.found_renovation_identity(v_households, v_keys, v_archives, v_hashs) where 'renovationIdentity' = any (v_kinds)
    union all
    select * from anju.found_evidence_missing(v_households, v_keys, v_archives, v_hashs) where 'evidenceMissing' = any (v_kinds)
    union all
    select * from anju.found_incomplete(v_households, v_keys, v_archives, v_hashs) where 'incomplete' = any (v_kinds)
    union all
    select * from anju.found_photo_reuse(v_households, v_keys, v_archives, v_hashs) where 'photoReuse' = any (v_kinds)
  ), merged as (
    {merge}
  )
  update warnings w set state = 'cleared', closed_at = now()
  from (
    select o.id, o.kind, o.subject from warnings o
    where o.household_id = any (v_households) and o.kind <> 'renovationIdentity' and o.kind = any (p_kinds)
    union all
    select o.id, o.kind, o.subject from warnings o
    where o.renovation_id = any (v_archives) and 'renovationIdentity' = any (p_kinds)
  ) scope
  where w.id = scope.id and w.state <> 'cleared'
    and not exists (select from found f where f.kind = scope.kind and f.subject = scope.subject);
end $$;
$function$, '{merge}', anju.warning_merge_sql('select * from found'));
end $install$;

revoke execute on function anju.warning_state_after(text, text, text, text, text), anju.warning_merge_sql(text), anju.warning_lock(),
  anju.recheck_warnings(integer[], text[], integer[], text[], text[]) from public;
