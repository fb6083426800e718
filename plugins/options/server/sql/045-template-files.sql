/* Word templates that configurators uploaded, by their digest: a change that is taken back finds the former one. */
create table if not exists anju.template_file (
  digest text primary key,
  content bytea not null
);
grant select, insert on anju.template_file to anju_app;
