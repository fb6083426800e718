-- What configurators keep beside the options: form and evidence as documents, and every change that they published.

create table if not exists anju.configuration_change (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor integer,
  actor_name text,
  /* options:<list>, form or evidence. */
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
  name text primary key check (name in ('form', 'evidence')),
  value jsonb not null,
  /* The change that published it; 0 as it was shipped. */
  change bigint not null default 0
);

/* Which rows a merge rewrote, so that it can be taken back. */
create table if not exists anju.option_merge_row (
  change bigint not null references anju.configuration_change (id),
  table_name text not null,
  row_id integer not null,
  primary key (change, table_name, row_id)
);

grant select, insert, update on anju.configuration_change to anju_app;
grant select, update on anju.configuration to anju_app;
