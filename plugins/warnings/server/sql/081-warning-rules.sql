-- What the rules read beside the register: the evidence is mirrored when it is published (044), the rest from config/ when the node is prepared.

create table if not exists anju.evidence_group (
  kind text not null,
  key text not null,
  label text not null,
  categories text[] not null,
  /* The group is let off when this column of the safeguard has one of these values. */
  waived_column text,
  waived_values text[],
  rank integer not null,
  primary key (kind, key)
);
/* Categories that take photos of houses: only those are compared between households, since one document may serve a whole village. */
create table if not exists anju.photo_category (key text primary key);
create table if not exists anju.id_prefix (prefix text primary key);

create table if not exists anju.warning_rule (
  kind text primary key,
  enabled boolean not null default true,
  severity text not null,
  /* Lists without which the rule, or a part of it, cannot tell: it sleeps in counties that none of them covers. */
  needs text[] not null,
  query text not null
);
-- How the rule is set (087): whose numbers count, which of its checks are off; and its text before that is written into it.
alter table anju.warning_rule add column if not exists people text not null default 'all' check (people in ('all', 'head'));
alter table anju.warning_rule add column if not exists off text[] not null default '{}';
alter table anju.warning_rule add column if not exists template text;
alter table anju.warning_rule add column if not exists idle text;
create table if not exists anju.warning_run (
  id bigint generated always as identity primary key,
  started_at timestamptz not null,
  finished_at timestamptz not null default clock_timestamp(),
  opened integer not null,
  closed integer not null
);
grant select on anju.evidence_group, anju.photo_category, anju.id_prefix, anju.warning_rule, anju.warning_run to anju_app;

/* States of an import whose list holds: until an undo has succeeded, its rows are there. */
create or replace function anju.standing_imports() returns text[]
language sql immutable parallel safe as $$ select array['committed', 'undoQueued', 'undoing'] $$;

/* Counties for which a list of this kind was committed: also for those who see a county only, and not the province's batch. */
create or replace function anju.covered_counties(p_list text) returns table (county text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct unnest(b.counties) from anju.import_batch b
  where b.kind = p_list and b.state = any (anju.standing_imports()) and b.counties is not null
  union
  select r.code from anju.import_batch b join public.regions r on starts_with(r.code, b.region_code) and r.level = 3
  where b.kind = p_list and b.state = any (anju.standing_imports()) and b.counties is null
$$;

/* What a rule answers. */
do $$ begin
  if to_regtype('anju.found_warning') is null then
    create type anju.found_warning as (kind text, subject text, household_id integer, renovation_id integer, region_code text, fingerprint text, explanation jsonb);
  end if;
end $$;

/*
 * A rule's text as it is set: `{off}` are its checks that are switched off, `{check x}` is whether one is on, `{person m}` whether the
 * person m counts. All are constants in the end, so that a check that is off costs nothing.
 */
create or replace function anju.set_warning_query(p_template text, p_people text, p_off text[]) returns text
language sql immutable as $$
  select replace(
    regexp_replace(
      regexp_replace(p_template, '\{check ([a-zA-Z]+)\}', '(''\1'' <> all ({off}))', 'g'),
      '\{person ([a-z]+)\}', case p_people when 'head' then '\1.is_head' else 'true' end, 'g'),
    '{off}', quote_literal(p_off::text) || '::text[]')
$$;

/* The same query over the whole node. */
create or replace function anju.full_warning_query(p_query text) returns text
language sql immutable as $$ select regexp_replace(p_query, '\{(household|key|archive|hash) [^}]+\}', 'true', 'g') $$;

/* Makes the two forms of a rule from its text and from how it is set. */
create or replace function anju.build_warning_rule(p_kind text) returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $build$
declare
  v_rule anju.warning_rule := (select r from anju.warning_rule r where r.kind = p_kind);
  v_query text := anju.set_warning_query(v_rule.template, v_rule.people, v_rule.off);
begin
  update anju.warning_rule set query = anju.full_warning_query(v_query) where kind = p_kind;
  execute format('drop function if exists anju.%I(integer[], text[], integer[], text[])', anju.warning_rule_function(p_kind));
  execute format($create$
    create function anju.%I(p_households integer[], p_keys text[], p_archives integer[], p_hashs text[])
    returns setof anju.found_warning
    language plpgsql stable as $rule$
    #variable_conflict use_column
    begin
      return query select %L::text, found.* from (%s) found;
    end $rule$ $create$,
    anju.warning_rule_function(p_kind), p_kind,
    regexp_replace(v_query, '\{(household|key|archive|hash) ([^}]+)\}', '\2 = any (p_\1s)', 'g'));
  execute format('revoke execute on function anju.%I(integer[], text[], integer[], text[]) from public', anju.warning_rule_function(p_kind));
  perform anju.build_busy_rules();
end $build$;

/* Which of the given rules may find something: their idle questions are asked in one statement, since to start one costs more than its answer. */
create or replace function anju.build_busy_rules() returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $build$
begin
  execute format($create$
    create or replace function anju.busy_warning_rules(p_households integer[], p_keys text[], p_archives integer[], p_hashs text[], p_kinds text[])
    returns text[]
    language plpgsql stable as $busy$ begin return array_remove(array[%s]::text[], null); end $busy$ $create$,
    (select string_agg(format('case when %L = any (p_kinds) and not (%s) then %L end', r.kind, r.idle, r.kind), ', ' order by r.kind)
     from anju.warning_rule r where r.idle is not null));
  revoke execute on function anju.busy_warning_rules(integer[], text[], integer[], text[], text[]) from public;
end $build$;

/*
 * Installs a rule: its query answers (subject, household_id, renovation_id, region_code, fingerprint, explanation).
 * `{household x}`, `{key x}`, `{archive x}` and `{hash x}` mark where a run over given households narrows the search;
 * a full run puts `true` there, so that both run the same query. `p_idle` is a cheap question over those four lists (p_households,
 * p_keys, p_archives, p_hashs) whose yes means that the rule finds nothing: to start a rule's query costs a save more than its answer.
 * How the rule is set stays; `p_severity` is that of a rule that is new.
 */
drop function if exists anju.install_warning_rule(text, text, text[], text);
create or replace function anju.install_warning_rule(p_kind text, p_severity text, p_needs text[], p_query text, p_idle text) returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $install$
begin
  insert into anju.warning_rule (kind, severity, needs, query, template, idle) values (p_kind, p_severity, p_needs, '', p_query, p_idle)
  on conflict (kind) do update set needs = excluded.needs, template = excluded.template, idle = excluded.idle;
  perform anju.build_warning_rule(p_kind);
end $install$;

/* What a rule finds for given households, keys, archives and hashes. */
create or replace function anju.warning_rule_function(p_kind text) returns text
language sql immutable as $$ select 'found_' || lower(regexp_replace(p_kind, '([A-Z])', '_\1', 'g')) $$;
drop function if exists anju.idle_id_error(integer[], text[], integer[], text[]), anju.idle_safeguard_overlap(integer[], text[], integer[], text[]),
  anju.idle_renovation_identity(integer[], text[], integer[], text[]), anju.idle_evidence_missing(integer[], text[], integer[], text[]),
  anju.idle_incomplete(integer[], text[], integer[], text[]), anju.idle_photo_reuse(integer[], text[], integer[], text[]), anju.warning_idle_function(text);

/* Masks as maskIdNumber and maskName of the domain: nothing of another record stands in full in a warning. */
create or replace function anju.mask_id_number(p_number text) returns text
language sql immutable parallel safe as $$
  select case when length(p_number) < 13 then repeat('*', length(p_number))
    else left(p_number, 6) || repeat('*', length(p_number) - 10) || right(p_number, 4) end
$$;
create or replace function anju.mask_name(p_name text) returns text
language sql immutable parallel safe as $$ select left(p_name, 1) || repeat('*', greatest(length(p_name) - 1, 0)) $$;

/* The county that a record lies in, by name: whom to call about it. */
create or replace function anju.county_name(p_region text) returns text
language sql stable parallel safe as $$
  select coalesce((select coalesce(r.full_name, r.name) from public.regions r where r.code = left(p_region, 6)), left(p_region, 6))
$$;

/* A safeguard kind as a bit, so that kinds are gathered without rows. */
create or replace function anju.kind_bit(p_kind text) returns integer
language sql immutable parallel safe as $$
  select case p_kind when 'originalSafe' then 1 when 'renovation' then 2 when 'povertyRelocation' then 4
    when 'otherRelocation' then 8 when 'publicHousing' then 16 when 'otherMeans' then 32 else 0 end
$$;

revoke execute on function anju.standing_imports(), anju.covered_counties(text), anju.install_warning_rule(text, text, text[], text, text),
  anju.set_warning_query(text, text, text[]), anju.full_warning_query(text), anju.build_warning_rule(text),
  anju.warning_rule_function(text), anju.build_busy_rules(), anju.mask_id_number(text), anju.mask_name(text), anju.county_name(text), anju.kind_bit(text) from public;
grant execute on function anju.covered_counties(text) to anju_app;
