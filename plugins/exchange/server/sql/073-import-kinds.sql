-- Imports of several kinds of lists: columns that a person has named, what a list said last, and what an undo needs.
alter table anju.import_batch drop constraint if exists import_batch_state_check;
alter table anju.import_batch add constraint import_batch_state_check check (state in
  ('queued', 'checking', 'unmapped', 'checked', 'commitQueued', 'committing', 'committed', 'undoQueued', 'undoing', 'undone',
   'cancelled', 'failed', 'expired'));
alter table anju.import_batch
  /* What its user took the titles of the file for: a column, or null to leave it out. Later lists of the region and kind are read by it, too. */
  add column if not exists mapping jsonb,
  /* Some of what a commit does, by effect. */
  add column if not exists effects jsonb,
  /* Until when it may be taken back; null: never. */
  add column if not exists undo_until timestamptz;

drop index if exists anju.import_batch_open_idx;
create index if not exists import_batch_waiting_idx on anju.import_batch (id)
  where state in ('queued', 'checking', 'commitQueued', 'committing', 'undoQueued', 'undoing');
drop index if exists anju.import_batch_file_uq;
-- One file cannot be under way twice, however close two uploads are.
create unique index if not exists import_batch_open_file_uq on anju.import_batch (region_code, kind, content_hash)
  where state in ('queued', 'checking', 'unmapped', 'checked', 'commitQueued', 'committing');
create index if not exists import_batch_mapping_idx on anju.import_batch (kind, region_code, id) where mapping is not null;

/* What an import found in a row that it then changed: by it the import can be taken back. Rows that name the batch and have none were made by it. */
create table if not exists anju.import_change (
  batch_id integer not null references anju.import_batch (id) on delete cascade,
  table_name text not null check (table_name in ('households', 'members', 'relocation_entries', 'renovations', 'safeguards')),
  row_id integer not null,
  region_code text not null,
  /* Null: made by the import, and no column of the row says so: a person of a household, a safeguard. */
  before jsonb,
  /* The row's version when the import had written it: another one says that somebody changed it since. */
  after_version integer,
  primary key (batch_id, table_name, row_id)
);
alter table anju.import_change enable row level security;
drop policy if exists scope on anju.import_change;
create policy scope on anju.import_change to anju_app
  using (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)))
  with check (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)));
grant select, insert, update, delete on anju.import_change to anju_app;

/* What the list said last of an archive, by column: a value that differs from it was corrected by a person, and stays. */
alter table public.renovations add column if not exists imported jsonb;

create index if not exists relocation_entries_household_number_idx on public.relocation_entries (household_number) where household_number is not null;
create index if not exists relocation_entries_batch_idx on public.relocation_entries (import_batch_id) where import_batch_id is not null;
create index if not exists renovations_batch_idx on public.renovations (import_batch_id) where import_batch_id is not null;

/* How many imports of the whole node come before one of the caller's: they are done one after another. A number, and nothing about them. */
create or replace function anju.imports_ahead(p_import integer) returns integer
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::integer from anju.import_batch other, anju.import_batch own
  where own.id = p_import and anju.in_scope(own.region_code) and own.state in ('queued', 'commitQueued', 'undoQueued') and other.id <> own.id
    and (other.state in ('checking', 'committing', 'undoing')
      or (other.state in ('queued', 'commitQueued', 'undoQueued') and other.id < own.id))
$$;
revoke execute on function anju.imports_ahead(integer) from public;
grant execute on function anju.imports_ahead(integer) to anju_app;
