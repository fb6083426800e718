-- A committed import: what came in, from which file, by whom. Households name the batch that last touched them.
create table if not exists anju.import_batch (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('household')),
  region_code text not null,
  file_name text not null,
  counts jsonb not null,
  actor integer,
  created_at timestamptz not null default now()
);
create index if not exists import_batch_region_idx on anju.import_batch (region_code, id);
alter table anju.import_batch enable row level security;
drop policy if exists scope on anju.import_batch;
create policy scope on anju.import_batch to anju_app
  using (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)))
  with check (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)));
grant select, insert on anju.import_batch to anju_app;

/* Which of these 户编号 and 人编号 are taken by households outside the caller's range: an import must refuse those rows, whatever it may see.
   Answers numbers that the caller brought, and nothing about who holds them. */
create or replace function anju.register_numbers_elsewhere(p_households text[], p_persons text[])
returns table (household_number text, person_number text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select h.registry_number, null from households h
  where h.registry_number = any (p_households) and not anju.in_scope(h.region_code)
  union all
  select null, m.person_number from members m
  where m.person_number = any (p_persons) and not anju.in_scope(m.region_code)
$$;
revoke execute on function anju.register_numbers_elsewhere(text[], text[]) from public;
grant execute on function anju.register_numbers_elsewhere(text[], text[]) to anju_app;
