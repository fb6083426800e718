-- An import of the app is a job: its row is made by the upload, and a worker of any process on this database takes it up.
-- A row of `npm run import` is a committed batch from the start.
alter table anju.import_batch alter column counts drop not null;
alter table anju.import_batch
  add column if not exists state text not null default 'committed' check (state in
    ('queued', 'checking', 'checked', 'commitQueued', 'committing', 'committed', 'cancelled', 'failed', 'expired')),
  add column if not exists phase text,
  add column if not exists percent integer not null default 0,
  add column if not exists attempts integer not null default 0,
  add column if not exists message text,
  add column if not exists content_hash text,
  add column if not exists file_size bigint,
  add column if not exists storage_key text,
  add column if not exists errors_key text,
  add column if not exists facts jsonb,
  add column if not exists examples jsonb,
  add column if not exists started_at timestamptz,
  add column if not exists finished_at timestamptz,
  add column if not exists expires_at timestamptz;
grant select, insert, update on anju.import_batch to anju_app;

-- An export: the conditions of a list, in the scope and with the rights that its requester had.
create table if not exists anju.export_job (
  id integer generated always as identity primary key,
  resource text not null check (resource in ('households')),
  region_code text not null,
  filter jsonb not null,
  format text not null check (format in ('csv', 'xlsx')),
  unmasked boolean not null,
  actor integer not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'expired')),
  attempts integer not null default 0,
  rows_done integer not null default 0,
  rows_total integer,
  message text,
  file_name text,
  file_size bigint,
  storage_key text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  expires_at timestamptz
);
create index if not exists export_job_actor_idx on anju.export_job (actor, id);
create index if not exists export_job_open_idx on anju.export_job (id) where state in ('queued', 'running');
alter table anju.export_job enable row level security;
drop policy if exists scope on anju.export_job;
create policy scope on anju.export_job to anju_app
  using (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)))
  with check (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)));
grant select, insert, update on anju.export_job to anju_app;
