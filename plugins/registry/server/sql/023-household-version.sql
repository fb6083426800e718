-- The version clients see is the household's: every write to it or to its members, safeguard, evidence or linked archive raises it.
-- `recognised` is what the safeguards say, whatever the writer sent.

/* The version at the last change of anything but evidence: a save is no conflict when only evidence was added since it was read. */
alter table public.households add column if not exists content_version integer not null default 1;

create or replace function anju.settle_household() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.recognised := false;
    new.version := 1;
    new.content_version := 1;
  elsif (new.region_code, new.registry_region_code) is distinct from (old.region_code, old.registry_region_code) and anju.recoding() then
    -- The same place under its new code: an open form and a draft go on.
    new.recognised := old.recognised;
    new.version := old.version;
    new.content_version := old.content_version;
  else
    new.recognised := exists (select from safeguards s where s.household_id = new.id);
    new.content_version := case when new.version = old.version + 1 then old.content_version else old.version + 1 end;
    new.version := old.version + 1;
  end if;
  return new;
end $$;

/* PL/pgSQL, which keeps its plans where a SQL function makes them anew. Rewrites households in the order of their ids, so that two bulk writers cannot wait for each other in a circle.
   Evidence writes the next version itself: that is how settle_household knows that the content is as it was.
   Where nothing but the version can change (`p_is_touch`, anju.is_touch), the households' own triggers are told so: asking them cost as much as the write. */
drop function if exists anju.touch_households(integer[], text);
create or replace function anju.touch_households(p_ids integer[], p_table text, p_is_touch boolean) returns void
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  v_by constant integer := (p_table = 'evidences')::integer;
  v_setting text;
begin
  if cardinality(p_ids) = 0 then return; end if;
  v_setting := set_config('anju.touching', case when p_is_touch then 'on' else '' end, true);
  if cardinality(p_ids) = 1 then
    update households set version = version + v_by where id = p_ids[1];
  else
    update households h set version = h.version + v_by
    from (select id from households where id = any (p_ids) order by id for no key update) locked
    where h.id = locked.id;
  end if;
  v_setting := set_config('anju.touching', '', true);
end $$;

create or replace function anju.touch_inserted() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from added) then return null; end if;
  -- Persons of a household that this very transaction made: nobody can have seen a version without them.
  perform anju.touch_households(array(
    select distinct a.household_id from added a
    where tg_table_name <> 'members'
      or not exists (select from households h where h.id = a.household_id and h.xmin = pg_current_xact_id()::xid)), tg_table_name,
    tg_table_name <> 'safeguards');
  return null;
end $$;

/* A child's region changes only by the cascade from its household, whose own update has raised the version already. */
create or replace function anju.touch_updated() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform anju.touch_households(array(
    select distinct n.household_id from removed o join added n using (id) where n.region_code = o.region_code), tg_table_name, true);
  return null;
end $$;

create or replace function anju.touch_deleted() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from removed) then return null; end if;
  perform anju.touch_households(array(select distinct household_id from removed), tg_table_name, tg_table_name <> 'safeguards');
  return null;
end $$;

revoke execute on function anju.settle_household(), anju.touch_households(integer[], text, boolean), anju.touch_inserted(),
  anju.touch_updated(), anju.touch_deleted() from public;

create or replace trigger b_settle_household before insert or update on public.households
  for each row execute function anju.settle_household();

do $$
declare
  t text;
begin
  foreach t in array array['members', 'safeguards', 'evidences'] loop
    execute format('create or replace trigger touch_household_insert after insert on public.%I
      referencing new table as added for each statement execute function anju.touch_inserted()', t);
    execute format('create or replace trigger touch_household_update after update on public.%I
      referencing old table as removed new table as added for each statement execute function anju.touch_updated()', t);
    execute format('create or replace trigger touch_household_delete after delete on public.%I
      referencing old table as removed for each statement execute function anju.touch_deleted()', t);
  end loop;
end $$;
