-- What configurators keep beside the options: form, evidence and warning rules as documents, and every change that they published.

create table if not exists anju.configuration_change (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor integer,
  actor_name text,
  /* options:<list>, form, evidence or warnings. */
  subject text not null,
  items text[] not null default '{}',
  action text not null,
  summary text not null,
  reason text,
  /* The touched options, or the document, before and after. */
  before jsonb not null,
  after jsonb not null,
  undoes bigint references anju.configuration_change (id),
  undone_by bigint references anju.configuration_change (id)
);
create index if not exists configuration_change_subject_idx on anju.configuration_change (subject, id);

create table if not exists anju.configuration (
  name text primary key,
  value jsonb not null,
  /* The change that published it; 0 as it was shipped. */
  change bigint not null default 0
);
alter table anju.configuration drop constraint if exists configuration_name_check;
select anju.ensure_constraint('anju.configuration', 'configuration_name_known', 'check (name in (''form'', ''evidence'', ''warnings''))');

/* Which rows a merge rewrote, so that it can be taken back. */
create table if not exists anju.option_merge_row (
  change bigint not null references anju.configuration_change (id),
  table_name text not null,
  row_id integer not null,
  primary key (change, table_name, row_id)
);

/* Sample pictures of evidence categories, JPEG, by their digest: a change that is taken back finds the former one. */
create table if not exists anju.sample_picture (
  digest text primary key,
  picture bytea not null
);

grant select, insert on anju.sample_picture to anju_app;
grant select, insert, update on anju.configuration_change to anju_app;
grant select, update on anju.configuration to anju_app;

-- Another stamp says that options, form or evidence are not as they were read, whoever changed them. A sequence gives it, so that no
-- transaction that was rolled back leaves a stamp that another one uses again.
create table if not exists anju.configuration_stamp (
  single boolean primary key default true check (single),
  stamp bigint not null default 0
);
insert into anju.configuration_stamp default values on conflict do nothing;
create sequence if not exists anju.configuration_stamp_seq;
grant select on anju.configuration_stamp to anju_app;

create or replace function anju.stamp_configuration() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  update configuration_stamp set stamp = nextval('anju.configuration_stamp_seq');
  return null;
end $$;
revoke execute on function anju.stamp_configuration() from public;
create or replace trigger stamp_configuration after insert or update or delete on public.options
  for each statement execute function anju.stamp_configuration();
create or replace trigger stamp_configuration after insert or update or delete on anju.configuration
  for each statement execute function anju.stamp_configuration();
