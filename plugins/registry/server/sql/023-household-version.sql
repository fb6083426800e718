-- The version clients see is the household's: every write to it or to its members, safeguard, evidence or linked archive raises it.
-- `recognised` is what the safeguards say, whatever the writer sent.
create or replace function anju.settle_household() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.recognised := false;
    new.version := 1;
  else
    new.recognised := exists (select from safeguards s where s.household_id = new.id);
    new.version := old.version + 1;
  end if;
  return new;
end $$;

/* Rewrites households in the order of their ids, so that two bulk writers cannot wait for each other in a circle. */
create or replace function anju.touch_households(p_ids integer[]) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update households h set version = h.version
  from (select id from households where id = any (p_ids) order by id for no key update) locked
  where h.id = locked.id
$$;

create or replace function anju.touch_inserted() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform anju.touch_households(array(select distinct household_id from added));
  return null;
end $$;

/* A child's region changes only by the cascade from its household, whose own update has raised the version already. */
create or replace function anju.touch_updated() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform anju.touch_households(array(
    select distinct n.household_id from removed o join added n using (id) where n.region_code = o.region_code));
  return null;
end $$;

create or replace function anju.touch_deleted() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform anju.touch_households(array(select distinct household_id from removed));
  return null;
end $$;

revoke execute on function anju.settle_household(), anju.touch_households(integer[]), anju.touch_inserted(),
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
