-- Which installation this database is: evidence files lie below its id, so that databases which share a data folder keep apart.
create table if not exists anju.node (
  single boolean primary key default true check (single),
  id text not null default gen_random_uuid()::text,
  created_at timestamptz not null default now()
);
insert into anju.node default values on conflict do nothing;
grant select on anju.node to anju_app;
