-- Special cases travel in batches: a county submits those that its townships proposed, the province forwards what counties submitted.

create table if not exists anju.special_case_batch (
  id integer generated always as identity primary key,
  /* Whose batch it is: the sender's region. */
  region_code text not null,
  step text not null check (step in ('submit', 'forward')),
  sent_at timestamptz not null default now(),
  actor integer,
  actor_name text,
  /* The sender's opinion. */
  text text,
  warning_ids integer[] not null check (warning_ids <> '{}')
);
create index if not exists special_case_batch_region_idx on anju.special_case_batch (region_code, id);
alter table anju.special_case_batch enable row level security;
drop policy if exists scope on anju.special_case_batch;
create policy scope on anju.special_case_batch to anju_app
  using (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)))
  with check (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)));
grant select, insert on anju.special_case_batch to anju_app;
