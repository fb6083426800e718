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

/* Old and new value of each changed field; fields that every write touches are left out. Of a password only that it changed. */
create or replace function anju.changed_fields(before jsonb, after jsonb) returns jsonb
language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(coalesce(o.key, n.key), jsonb_build_array(o.value, n.value)), '{}')
    || case when before->'password' is distinct from after->'password' then '{"passwordChanged": true}'::jsonb else '{}' end
  from jsonb_each(before) o full join jsonb_each(after) n using (key)
  where o.value is distinct from n.value
    and coalesce(o.key, n.key) not in ('updated_at', 'updated_by_id', 'version', 'content_version', 'password', 'reset_password_token', 'confirmation_token')
$$;

/* One journal row per written row of people's tables, the ledger and the configuration.
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

create or replace function anju.journal_update() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  insert into anju.journal (actor, request, region_code, action, subject_table, subject_id, detail)
  select anju.actor(), nullif(current_setting('anju.request', true), ''), n->>'region_code', 'update', tg_table_name, (n->>'id')::bigint, changes
  from (select to_jsonb(x) o, to_jsonb(y) n, anju.changed_fields(to_jsonb(x), to_jsonb(y)) changes
        from old_rows x join new_rows y using (id)) pairs
  where changes <> '{}';
  return null;
end $$;

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
