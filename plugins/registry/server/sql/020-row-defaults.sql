-- Functions of every write that run with the writer's rights and name nothing but PostgreSQL's own and `schema.name` set no search path: to set one
-- costs as much as the function.

-- Rows written by knex or COPY lack what Strapi's own writes fill; hand-made defaults on its columns would be undone.
create or replace function anju.fill_row() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.document_id := coalesce(new.document_id, 'a' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 23));
  new.created_at := coalesce(new.created_at, now());
  new.updated_at := coalesce(new.updated_at, new.created_at);
  new.published_at := coalesce(new.published_at, new.created_at);
  return new;
end $$;

create or replace function anju.stamp_row() returns trigger
language plpgsql as $$
begin
  new.updated_at := now();
  return new;
end $$;

/* Adds a constraint unless the table has one of that name; PostgreSQL knows no "add constraint if not exists". */
create or replace function anju.ensure_constraint(p_table regclass, p_name text, p_definition text) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from pg_constraint where conrelid = p_table and conname = p_name) then
    execute format('alter table %s add constraint %I %s', p_table, p_name, p_definition);
  end if;
end $$;

revoke execute on function anju.fill_row(), anju.stamp_row(), anju.ensure_constraint(regclass, text, text) from public;

do $$
declare
  t text;
begin
  foreach t in array array['households', 'members', 'safeguards', 'evidences', 'renovations', 'relocation_entries', 'option_lists', 'options'] loop
    execute format('create or replace trigger a_fill_row before insert on public.%I for each row execute function anju.fill_row()', t);
    execute format('create or replace trigger a_stamp_row before update on public.%I for each row execute function anju.stamp_row()', t);
  end loop;
end $$;
