-- Failed sign-ins, counted for each name and each address: the pause between two tries grows until the name or the address is locked.
-- Names are kept as hashes, whether there is such an account or not, so that neither table nor answers tell which names exist.
create table if not exists anju.sign_in_attempt (
  kind text not null check (kind in ('name', 'address')),
  key text not null,
  failures integer not null,
  last_at timestamptz not null,
  free_at timestamptz not null,
  locked boolean not null,
  primary key (kind, key)
);
create index if not exists sign_in_attempt_last_idx on anju.sign_in_attempt (last_at);

create table if not exists anju.account_state (
  account integer primary key,
  last_sign_in_at timestamptz not null
);

create or replace function anju.sign_in_key(p_name text) returns text
language sql immutable parallel safe as $$ select encode(sha256(convert_to(p_name, 'UTF8')), 'hex') $$;

/* Counts a try before its password is looked at, so that tries at the same time do not pass uncounted; seconds to wait, 0 when it may go on.
   A try that has to wait is not counted. */
create or replace function anju.count_sign_in(p_kind text, p_key text, p_free integer, p_lock_after integer, p_lock_seconds integer, p_forget_seconds integer)
returns integer
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_now timestamptz := clock_timestamp();
  v_failures integer;
  v_free_at timestamptz;
begin
  insert into sign_in_attempt as a (kind, key, failures, last_at, free_at, locked)
  values (p_kind, p_key, 1, v_now, '-infinity', false)
  on conflict (kind, key) do update
    set failures = case when a.last_at < v_now - make_interval(secs => p_forget_seconds) then 1 else a.failures + 1 end, last_at = v_now
    where a.free_at <= v_now
  returning failures into v_failures;
  if v_failures is null then
    select free_at into v_free_at from sign_in_attempt where kind = p_kind and key = p_key;
    return greatest(1, ceil(extract(epoch from coalesce(v_free_at, v_now) - v_now)))::integer;
  end if;
  update sign_in_attempt
  set locked = v_failures >= p_lock_after,
      free_at = case when v_failures >= p_lock_after then v_now + make_interval(secs => p_lock_seconds)
                     when v_failures > p_free then v_now + make_interval(secs => least(2 ^ least(v_failures - p_free, 20), p_lock_seconds))
                     else '-infinity' end
  where kind = p_kind and key = p_key;
  return 0;
end $$;

/* Counts a try for its name and its address. An account's name and its e-mail form are one name. `known`: there is such an account. */
create or replace function anju.begin_sign_in(p_identifier text, p_address text, p_rule jsonb) returns table (known boolean, wait_seconds integer)
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_name text;
  v_wait integer;
begin
  delete from sign_in_attempt where ctid = any (array(
    select ctid from sign_in_attempt
    where last_at < clock_timestamp() - make_interval(secs => (p_rule->>'forgetSeconds')::integer) and free_at < clock_timestamp()
    order by last_at limit 20 for update skip locked));
  v_name := (select u.username from up_users u where u.username = p_identifier or u.email = lower(p_identifier)
             order by u.username = p_identifier desc limit 1);
  v_wait := anju.count_sign_in('address', p_address, (p_rule#>>'{address,free}')::integer, (p_rule#>>'{address,lockAfter}')::integer,
                               (p_rule->>'lockSeconds')::integer, (p_rule->>'forgetSeconds')::integer);
  if v_wait = 0 then
    v_wait := anju.count_sign_in('name', anju.sign_in_key(coalesce(v_name, p_identifier)), (p_rule#>>'{name,free}')::integer,
                                 (p_rule#>>'{name,lockAfter}')::integer, (p_rule->>'lockSeconds')::integer, (p_rule->>'forgetSeconds')::integer);
  end if;
  return query select v_name is not null, v_wait;
end $$;

/* A sign-in that succeeded: forgets the name's failures, takes the try back from its address, and asks for a new password when the old one is too old. */
create or replace function anju.finish_sign_in(p_account integer, p_address text, p_password_days integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  -- The address first, as at the beginning, so that two sign-ins never wait for each other.
  update sign_in_attempt set failures = greatest(failures - 1, 0), free_at = '-infinity', locked = false
  where kind = 'address' and key = p_address;
  delete from sign_in_attempt a using up_users u where u.id = p_account and a.kind = 'name' and a.key = anju.sign_in_key(u.username);
  insert into account_state as s (account, last_sign_in_at) values (p_account, clock_timestamp())
  on conflict (account) do update set last_sign_in_at = excluded.last_sign_in_at;
  update up_users u set must_change_password = true
  where u.id = p_account and u.must_change_password is not true
    and (select max(h.at) from password_history h where h.account = u.id) < clock_timestamp() - make_interval(days => p_password_days);
  return found;
end $$;

/* Lets an account that the caller manages try again at once; false when the caller does not manage it. */
create or replace function anju.unlock_account(p_account integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_region text;
  v_name text;
begin
  select u.username, u.region_code into v_name, v_region
  from anju.managed_accounts() m join up_users u on u.id = m.account where m.account = p_account;
  if not found then return false; end if;
  delete from sign_in_attempt where kind = 'name' and key = anju.sign_in_key(v_name);
  insert into journal (actor, request, region_code, action, subject_table, subject_id)
  values (anju.actor(), nullif(current_setting('anju.request', true), ''), v_region, 'unlock', 'up_users', p_account);
  return true;
end $$;

/* Last sign-in and lock of the accounts that the caller manages. */
create or replace function anju.managed_account_states() returns table (account integer, role text, last_sign_in_at timestamptz, locked boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp rows 1000 as $$
begin
  return query
    select m.account, m.role, s.last_sign_in_at, coalesce(a.locked and a.free_at > now(), false)
    from anju.managed_accounts() m
    join up_users u on u.id = m.account
    left join account_state s on s.account = m.account
    left join sign_in_attempt a on a.kind = 'name' and a.key = anju.sign_in_key(u.username);
end $$;

revoke execute on function anju.count_sign_in(text, text, integer, integer, integer, integer), anju.begin_sign_in(text, text, jsonb),
  anju.finish_sign_in(integer, text, integer), anju.unlock_account(integer), anju.managed_account_states() from public;
grant execute on function anju.begin_sign_in(text, text, jsonb), anju.finish_sign_in(integer, text, integer), anju.unlock_account(integer),
  anju.managed_account_states() to anju_app;
