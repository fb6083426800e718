-- What the security administrator set for signing in, newest last; without any the file config/sign-in.json holds.
create table if not exists anju.sign_in_policy (
  version integer generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor integer not null,
  policy jsonb not null
);
grant select on anju.sign_in_policy to anju_app;

/* Puts a policy in force and journals what it changes; false when the caller may not, or another was put in force meanwhile. */
create or replace function anju.set_sign_in_policy(p_seen integer, p_policy jsonb, p_changes jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  lock table sign_in_policy in share row exclusive mode;
  if coalesce((select max(p.version) from sign_in_policy p), 0) <> p_seen or not exists (
    select from up_users me join up_users_role_lnk l on l.user_id = me.id join up_roles r on r.id = l.role_id
    join role_duty d on d.role = r.type and d.duty = 'manageAccounts' where me.id = anju.actor()) then
    return false;
  end if;
  insert into sign_in_policy (actor, policy) values (anju.actor(), p_policy);
  insert into journal (actor, request, region_code, action, subject_table, detail)
  values (anju.actor(), nullif(current_setting('anju.request', true), ''), null, 'update', 'sign_in_policy', p_changes);
  return true;
end $$;
revoke execute on function anju.set_sign_in_policy(integer, jsonb, jsonb) from public;
grant execute on function anju.set_sign_in_policy(integer, jsonb, jsonb) to anju_app;
