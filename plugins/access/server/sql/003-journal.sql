-- Who did what, when, to whom: written by triggers, read only with duty audit.
create table if not exists anju.journal (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor integer,
  request text,
  region_code text,
  action text not null,
  subject_table text not null,
  subject_id bigint,
  detail jsonb not null default '{}'
);
create index if not exists journal_subject_idx on anju.journal (subject_table, subject_id);
create index if not exists journal_region_idx on anju.journal (region_code, id);
alter table anju.journal enable row level security;
drop policy if exists audit on anju.journal;
-- What has no region (roles, option lists) concerns the whole node: every auditor reads it.
create policy audit on anju.journal for select to anju_app
  using (coalesce(region_code, current_setting('anju.audit_lo', true)) >= (select current_setting('anju.audit_lo', true))
    and coalesce(region_code, current_setting('anju.audit_lo', true)) < (select current_setting('anju.audit_hi', true)));
grant select on anju.journal to anju_app;

/*
 * Whether the statement that fired this trigger is the register's own rise of a household's version (anju.touch_households), which
 * changes nothing that is journalled, counted or warned of. A statement of the application itself is never taken for one: depth 1.
 */
create or replace function anju.is_touch() returns boolean
language sql stable as $$
  select pg_trigger_depth() > 1 and current_setting('anju.touching', true) = 'on'
$$;
revoke execute on function anju.is_touch() from public;

/* One journal row per written row of people's tables, the ledger and the configuration. When regions change, a household's row tells of its
   new code, and what only follows it does not.
   A bulk import sets anju.batch: its new rows are covered by the batch's own entry, changed rows are not. */
create or replace function anju.journal_insert() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  if nullif(current_setting('anju.batch', true), '') is not null then return null; end if;
  insert into anju.journal (actor, request, region_code, action, subject_table, subject_id, detail)
  select anju.actor(), nullif(current_setting('anju.request', true), ''), r->>'region_code', 'create', tg_table_name, (r->>'id')::bigint,
         jsonb_strip_nulls(r - array['id', 'document_id', 'created_at', 'updated_at', 'published_at', 'created_by_id', 'updated_by_id',
                                     'locale', 'password', 'reset_password_token', 'confirmation_token'])
  from (select to_jsonb(n) r from new_rows n) x;
  return null;
end $$;

/* Old and new value of each changed field; fields that every write touches are left out. Of a password only that it changed. */
create or replace function anju.journal_update() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  if tg_table_name = 'households' and anju.is_touch() then return null; end if;
  insert into anju.journal (actor, request, region_code, action, subject_table, subject_id, detail)
  select anju.actor(), nullif(current_setting('anju.request', true), ''), n->>'region_code', 'update', tg_table_name, (n->>'id')::bigint, changes
  from (select to_jsonb(x) o, to_jsonb(y) n from old_rows x join new_rows y using (id) offset 0) pairs
  cross join lateral (
    select coalesce(jsonb_object_agg(after.key, jsonb_build_array(o->after.key, after.value)) filter (where after.key <> 'password'), '{}')
      || case when bool_or(after.key = 'password') then '{"passwordChanged": true}'::jsonb else '{}' end as changes
    from jsonb_each(n) after
    where after.value is distinct from o->after.key
      and after.key <> all ('{updated_at,updated_by_id,version,content_version,imported,reset_password_token,confirmation_token}')
    offset 0) changed
  where changes <> '{}'
    and not (changes - 'region_code' = '{}' and tg_table_name in ('members', 'safeguards', 'evidences') and anju.recoding());
  return null;
end $$;
drop function if exists anju.changed_fields(jsonb, jsonb);

create or replace function anju.journal_delete() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  insert into anju.journal (actor, request, region_code, action, subject_table, subject_id, detail)
  select anju.actor(), nullif(current_setting('anju.request', true), ''), r->>'region_code', 'delete', tg_table_name, (r->>'id')::bigint,
         jsonb_strip_nulls(r - array['password', 'reset_password_token', 'confirmation_token'])
  from (select to_jsonb(o) r from old_rows o) x;
  return null;
end $$;

do $$
declare
  t text;
begin
  foreach t in array array['households', 'members', 'safeguards', 'evidences', 'renovations', 'relocation_entries', 'regions',
                           'option_lists', 'options', 'up_users', 'up_users_role_lnk'] loop
    execute format('drop trigger if exists journal_insert on public.%I', t);
    execute format('drop trigger if exists journal_update on public.%I', t);
    execute format('drop trigger if exists journal_delete on public.%I', t);
    execute format('create trigger journal_insert after insert on public.%I referencing new table as new_rows for each statement execute function anju.journal_insert()', t);
    execute format('create trigger journal_update after update on public.%I referencing old table as old_rows new table as new_rows for each statement execute function anju.journal_update()', t);
    execute format('create trigger journal_delete after delete on public.%I referencing old table as old_rows for each statement execute function anju.journal_delete()', t);
  end loop;
end $$;

/* An act that is no row change (a record opened, a number revealed, a batch imported), written by the caller for its own region only. */
create or replace function anju.write_journal(p_action text, p_subject_table text, p_subject_id bigint, p_region_code text, p_detail jsonb default '{}')
returns void
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  if session_user = 'anju_app' and p_region_code is not null and not anju.in_scope(p_region_code) then
    raise exception 'A journal entry for region % is refused outside the scope', p_region_code using errcode = 'insufficient_privilege';
  end if;
  insert into anju.journal (actor, request, region_code, action, subject_table, subject_id, detail)
  values (anju.actor(), nullif(current_setting('anju.request', true), ''), p_region_code, p_action, p_subject_table, p_subject_id, p_detail);
end $$;
revoke execute on function anju.write_journal(text, text, bigint, text, jsonb), anju.journal_insert(), anju.journal_update(), anju.journal_delete() from public;
grant execute on function anju.write_journal(text, text, bigint, text, jsonb) to anju_app;
