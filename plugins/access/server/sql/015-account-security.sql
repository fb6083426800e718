-- What the security administrator does beside the ledger: every account of the node is looked at, none of their work.

-- Accounts without a sign-in for long that were looked at and kept.
create table if not exists anju.account_review (
  id integer generated always as identity primary key,
  account integer not null,
  at timestamptz not null default clock_timestamp(),
  actor integer not null,
  note text not null
);
create index if not exists account_review_account_idx on anju.account_review (account, at);

/* The accounts that the caller watches: all of its region but its own. Nobody without the duty has any. */
create or replace function anju.watched_accounts()
returns table (account integer, role text, last_sign_in_at timestamptz, locked boolean, quiet_since timestamptz, kept_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp rows 1000 as $$
begin
  return query
    select u.id, r.type::text, s.last_sign_in_at, coalesce(a.locked and a.free_at > now(), false),
           coalesce(s.last_sign_in_at, u.created_at::timestamptz),
           (select max(v.at) from account_review v where v.account = u.id)
    from up_users me
    join up_users_role_lnk ml on ml.user_id = me.id
    join up_roles mr on mr.id = ml.role_id
    join role_duty d on d.role = mr.type and d.duty = 'manageAccounts'
    join up_users u on u.id <> me.id and starts_with(u.region_code, me.region_code)
    join up_users_role_lnk l on l.user_id = u.id
    join up_roles r on r.id = l.role_id
    left join account_state s on s.account = u.id
    left join sign_in_attempt a on a.kind = 'name' and a.key = anju.sign_in_key(u.username)
    where me.id = anju.actor() and not coalesce(me.blocked, false);
end $$;

/* One step with a watched account; false when the caller does not watch it. Nothing here gives anybody a right. */
create or replace function anju.watch_account(p_account integer, p_step text, p_note text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_region text;
  v_name text;
begin
  select u.username, u.region_code into v_name, v_region
  from anju.watched_accounts() w join up_users u on u.id = w.account where w.account = p_account;
  if not found then return false; end if;
  case p_step
    when 'unlock' then delete from sign_in_attempt where kind = 'name' and key = anju.sign_in_key(v_name);
    when 'disable' then update up_users set blocked = true, updated_at = now() where id = p_account;
    when 'endSignIns' then null;
    when 'keepAccount' then insert into account_review (account, actor, note) values (p_account, anju.actor(), p_note);
  end case;
  if p_step in ('disable', 'endSignIns') then
    delete from strapi_sessions where user_id = p_account::text and origin = 'users-permissions';
  end if;
  if p_step <> 'disable' then -- a disabled account is an entry of its own already
    insert into journal (actor, request, region_code, action, subject_table, subject_id, detail)
    values (anju.actor(), nullif(current_setting('anju.request', true), ''), v_region, p_step, 'up_users', p_account,
            jsonb_strip_nulls(jsonb_build_object('text', p_note)));
  end if;
  return true;
end $$;

revoke execute on function anju.watched_accounts(), anju.watch_account(integer, text, text) from public;
grant execute on function anju.watched_accounts(), anju.watch_account(integer, text, text) to anju_app;
