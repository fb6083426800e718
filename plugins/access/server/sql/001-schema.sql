-- Own tables and functions live in schema anju. The serving role gets plain DML on Strapi's tables and nothing here unless listed.
create schema if not exists anju;
create extension if not exists pg_trgm;
revoke all on schema anju from public;
grant usage on schema anju to anju_app;
grant usage on schema public to anju_app;
revoke create on schema public from public;
grant select, insert, update, delete on all tables in schema public to anju_app;
grant usage, select, update on all sequences in schema public to anju_app;
alter default privileges in schema public grant select, insert, update, delete on tables to anju_app;
alter default privileges in schema public grant usage, select, update on sequences to anju_app;

-- What each role may do; mirrored from config/roles.json when the node is prepared.
create table if not exists anju.role_duty (
  role text not null,
  duty text not null,
  primary key (role, duty)
);
grant select on anju.role_duty to anju_app;

-- Texts compare so that 'a' lies above every digit string: the end of the nation's range.
do $$
begin
  if not ('a' > '9' and '99' < 'a' and '5209' < '5210') then
    raise exception 'This database sorts text so that region ranges do not hold; create it with a C.UTF-8 locale';
  end if;
end $$;
