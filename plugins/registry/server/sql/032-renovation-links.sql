-- A renovation archive by itself: its own version, and the household that a person linked it to or took it away from.

/* Two clerks on one archive: the second sees that it has changed. */
alter table public.renovations add column if not exists version integer not null default 1;
/* The household that a person linked the archive to, recognised or not yet. */
alter table public.renovations add column if not exists household_id integer;
/* The household that a person took the archive away from: the number alone does not bring it back. */
alter table public.renovations add column if not exists refused_household_id integer;

select anju.ensure_constraint('public.renovations', 'renovations_household_fk',
  'foreign key (household_id) references public.households (id) on delete set null');
create unique index if not exists renovations_household_uq on public.renovations (household_id) where household_id is not null;

/* A link is made only to a household that its writer can see: runs with the writer's own rights. */
create or replace function anju.settle_renovation() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.version := 1;
  else
    new.version := old.version + case when anju.recoding() then 0 else 1 end;
    if new.household_id is not distinct from old.household_id then return new; end if;
  end if;
  if new.household_id is not null and not exists (select from households h where h.id = new.household_id) then
    raise exception 'household % does not exist or lies outside the scope', new.household_id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function anju.settle_renovation() from public;

create or replace trigger b_settle_renovation before insert or update on public.renovations
  for each row execute function anju.settle_renovation();

/* The archives that nobody gave to a household and whose number no person of the node holds: the few that the list of the unlinked starts
   from. A safeguard may still name one of them. */
create table if not exists anju.unlinked_archive (
  renovation_id integer primary key references public.renovations (id) on delete cascade,
  region_code text not null
);
create index if not exists unlinked_archive_place_idx on anju.unlinked_archive (region_code, renovation_id);
alter table anju.unlinked_archive enable row level security;
drop policy if exists scope on anju.unlinked_archive;
create policy scope on anju.unlinked_archive to anju_app
  using (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)))
  with check (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)));
grant select on anju.unlinked_archive to anju_app;

/* Judges these archives anew, or all of the node for null: each night (057), since an archive and its person that come at once do not see each other. */
create or replace function anju.settle_unlinked(p_archives integer[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  if cardinality(p_archives) = 0 then return; end if;
  with unlinked as materialized (
    select r.id, r.region_code from renovations r
    where (p_archives is null or r.id = any (p_archives)) and r.household_id is null
      and not exists (select from members m where m.id_key = r.id_key and m.vanished_at is null
        and m.household_id is distinct from r.refused_household_id)
  ), linked as (
    delete from unlinked_archive u
    where (p_archives is null or u.renovation_id = any (p_archives)) and not exists (select from unlinked x where x.id = u.renovation_id)
  )
  insert into unlinked_archive as u (renovation_id, region_code) select x.id, x.region_code from unlinked x
  on conflict (renovation_id) do update set region_code = excluded.region_code where u.region_code <> excluded.region_code;
end $$;

create or replace function anju.unlinked_after_archive() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform anju.settle_unlinked(array(select a.id from added a));
  else
    perform anju.settle_unlinked(array(
      select n.id from removed o join added n using (id)
      where (o.id_key, o.household_id, o.refused_household_id, o.region_code)
        is distinct from (n.id_key, n.household_id, n.refused_household_id, n.region_code)));
  end if;
  return null;
end $$;

/* A person who comes can only link an archive, one who goes can only unlink one. */
create or replace function anju.unlinked_after_member() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform anju.settle_unlinked(array(
      select r.id from added m join renovations r on r.id_key = m.id_key join unlinked_archive u on u.renovation_id = r.id));
  elsif tg_op = 'DELETE' then
    perform anju.settle_unlinked(array(select r.id from removed m join renovations r on r.id_key = m.id_key));
  else
    perform anju.settle_unlinked(array(
      select r.id from (
        select unnest(array[o.id_key, n.id_key]) as id_key from removed o join added n using (id)
        where (o.id_key, o.vanished_at, o.household_id) is distinct from (n.id_key, n.vanished_at, n.household_id)) changed
      join renovations r on r.id_key = changed.id_key));
  end if;
  return null;
end $$;
revoke execute on function anju.settle_unlinked(integer[]), anju.unlinked_after_archive(), anju.unlinked_after_member() from public;

create or replace trigger v_unlinked_insert after insert on public.renovations
  referencing new table as added for each statement execute function anju.unlinked_after_archive();
create or replace trigger v_unlinked_update after update on public.renovations
  referencing old table as removed new table as added for each statement execute function anju.unlinked_after_archive();
create or replace trigger v_unlinked_insert after insert on public.members
  referencing new table as added for each statement execute function anju.unlinked_after_member();
create or replace trigger v_unlinked_update after update on public.members
  referencing old table as removed new table as added for each statement execute function anju.unlinked_after_member();
create or replace trigger v_unlinked_delete after delete on public.members
  referencing old table as removed for each statement execute function anju.unlinked_after_member();

do $$ begin
  if not exists (select from anju.unlinked_archive) then perform anju.settle_unlinked(null); end if;
end $$;
