-- Changes of the administrative regions (merged, split, renamed): what was changed, by whom, and which code became which.

create table if not exists anju.region_change (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor integer,
  actor_name text not null,
  kind text not null check (kind in ('merge', 'split', 'rename')),
  /* The region that was merged, split or renamed, as its code was. */
  subject text not null,
  summary text not null,
  reason text not null,
  /* What followed: how many households, archives, accounts … */
  counts jsonb not null default '{}',
  /* The transaction that is making the change; null once it is made. */
  transaction xid8
);

/* The map of codes: a retired code and the one that took its place in that change; regions.merged_into holds the one of today. */
create table if not exists anju.region_change_code (
  change bigint not null references anju.region_change (id),
  code text not null,
  into_code text not null,
  primary key (change, code)
);

/* What a region was called until the day of a change: lists of that time are still understood, and tables as of then carry it. */
create table if not exists anju.region_former_name (
  change bigint not null references anju.region_change (id),
  code text not null,
  name text not null,
  until date not null,
  primary key (change, code)
);
create index if not exists region_former_name_code_idx on anju.region_former_name (code, until);
create index if not exists regions_merged_into_idx on public.regions (merged_into) where merged_into is not null;

revoke all on anju.region_change, anju.region_change_code, anju.region_former_name from public, anju_app;
grant select on anju.region_change, anju.region_change_code, anju.region_former_name to anju_app;

/* A region change holds this lock alone; whoever binds rows to regions shares it. */
create or replace function anju.region_lock() returns bigint language sql immutable as $$ select 726017::bigint $$;
grant execute on function anju.region_lock() to anju_app;

/* Whether this transaction is changing regions: then a row's new code is only its old place's new name. The setting alone, which
   anybody could write, opens nothing. */
create or replace function anju.recoding() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, anju, pg_temp as $$
begin
  if nullif(current_setting('anju.recoding', true), '') is null then return false; end if;
  return exists (select from anju.region_change c where c.id = current_setting('anju.recoding')::bigint and c.transaction = pg_current_xact_id_if_assigned());
end $$;
revoke execute on function anju.recoding() from public;
grant execute on function anju.recoding() to anju_app;

/* Nothing is bound to a retired region, not even by who read the regions just before it was retired: they are asked to try again. */
create or replace function anju.refuse_retired_region() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(anju.region_lock());
  if exists (select from added a join regions r on r.code = a.region_code where r.merged_into is not null) then
    raise exception 'A row of % is bound to a region that is not in force', tg_table_name using errcode = 'serialization_failure';
  end if;
  return null;
end $$;

create or replace function anju.refuse_move_to_retired_region() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  if anju.recoding() then return null; end if;
  perform pg_advisory_xact_lock_shared(anju.region_lock());
  if exists (select from regions r where r.code = new.region_code and r.merged_into is not null) then
    raise exception 'A row of % is bound to a region that is not in force', tg_table_name using errcode = 'serialization_failure';
  end if;
  return null;
end $$;
revoke execute on function anju.refuse_retired_region(), anju.refuse_move_to_retired_region() from public;

do $$
declare
  t text;
begin
  foreach t in array array['households', 'renovations', 'relocation_entries', 'up_users'] loop
    execute format('create or replace trigger refuse_retired_region after insert on public.%I referencing new table as added
      for each statement execute function anju.refuse_retired_region()', t);
    execute format('create or replace trigger refuse_move_to_retired_region after update on public.%I for each row
      when (old.region_code is distinct from new.region_code) execute function anju.refuse_move_to_retired_region()', t);
  end loop;
end $$;
