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
    new.version := old.version + 1;
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
