-- The ledger has no row level security, since it is read before a scope exists. What the application writes there is refused by the
-- database itself unless the account is one that the caller manages, before the change and after it; one's own password apart.

create or replace function anju.refuse_account(p_account integer) returns void
language plpgsql as $$
begin
  raise exception 'Account % is not the caller''s to change', p_account using errcode = 'insufficient_privilege';
end $$;

/* The role of an account; empty when it has none, which no role grants. */
create or replace function anju.role_of(p_account integer) returns text
language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
begin
  return coalesce((select r.type from up_users_role_lnk l join up_roles r on r.id = l.role_id where l.user_id = p_account), '');
end $$;

/* Runs with its caller's rights: the owner's commands and functions pass. */
create or replace function anju.guard_account() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  own text[] := array['password', 'must_change_password', 'reset_password_token', 'confirmation_token', 'updated_at', 'updated_by_id', 'published_at'];
begin
  if current_user <> 'anju_app' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then perform anju.refuse_account(old.id); end if;
  if tg_op = 'INSERT' then
    if not anju.may_grant(null, new.level, new.region_code) then perform anju.refuse_account(new.id); end if;
    return new;
  end if;
  if old.id = anju.actor() and to_jsonb(old) - own = to_jsonb(new) - own then return new; end if;
  if not anju.may_grant(anju.role_of(old.id), old.level, old.region_code) or not anju.may_grant(anju.role_of(old.id), new.level, new.region_code)
     or old.id = anju.actor() or old.id <> new.id or old.username <> new.username then
    perform anju.refuse_account(old.id);
  end if;
  return new;
end $$;

-- One role an account: the three administrators exclude each other.
create unique index if not exists up_users_role_lnk_one_role_idx on public.up_users_role_lnk (user_id);

/* The administrators who watch each other: who is one of them never becomes another, nor anything else, by a change of the role. */
create or replace function anju.is_administrator(p_role integer) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from up_roles r where r.id = p_role and r.type in ('systemAdministrator', 'securityAdministrator', 'auditor'))
$$;

/* A role is given and taken only by whom the account's region and level, and the role, are below. */
create or replace function anju.guard_account_role() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  link record;
begin
  if current_user <> 'anju_app' then return coalesce(new, old); end if;
  if tg_op = 'UPDATE' and new.role_id <> old.role_id and (anju.is_administrator(old.role_id) or anju.is_administrator(new.role_id)) then
    perform anju.refuse_account(new.user_id);
  end if;
  for link in select old.user_id, old.role_id where tg_op <> 'INSERT' union all select new.user_id, new.role_id where tg_op <> 'DELETE' loop
    if link.user_id = anju.actor() or not exists (
      select from up_users u join up_roles r on r.id = link.role_id
      where u.id = link.user_id and anju.may_grant(r.type, u.level, u.region_code)) then
      perform anju.refuse_account(link.user_id);
    end if;
  end loop;
  return coalesce(new, old);
end $$;

create or replace trigger a_guard_account before insert or update or delete on public.up_users
  for each row execute function anju.guard_account();
create or replace trigger a_guard_account_role before insert or update or delete on public.up_users_role_lnk
  for each row execute function anju.guard_account_role();
