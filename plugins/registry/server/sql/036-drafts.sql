-- What a clerk has typed and not saved: seen by its writer alone, inside the region, until it is saved, given up or expires.
create table if not exists anju.draft (
  creator integer not null default anju.actor(),
  household_id integer not null,
  region_code text not null,
  version integer not null,
  fields jsonb not null,
  saved_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 days',
  primary key (creator, household_id),
  foreign key (household_id, region_code) references public.households (id, region_code) on update cascade on delete cascade
);
create index if not exists draft_household_idx on anju.draft (household_id);
create index if not exists draft_expiry_idx on anju.draft (expires_at);
alter table anju.draft enable row level security;
drop policy if exists scope on anju.draft;
create policy scope on anju.draft to anju_app
  using (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)))
  with check (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)));
drop policy if exists own on anju.draft;
create policy own on anju.draft as restrictive to anju_app
  using (creator = (select anju.actor())) with check (creator = (select anju.actor()));
grant select, insert, update, delete on anju.draft to anju_app;

/* Deletes drafts whose time is over, whoever wrote them, and says how many. */
create or replace function anju.sweep_drafts() returns integer
language sql security definer set search_path = pg_catalog, anju, pg_temp as $$
  with swept as (delete from anju.draft where expires_at < now() returning 1)
  select count(*)::integer from swept
$$;
revoke execute on function anju.sweep_drafts() from public;
grant execute on function anju.sweep_drafts() to anju_app;
