-- Hashes of the passwords that an account had, and since when: a new one may not repeat them, and none may grow too old.
create table if not exists anju.password_history (
  account integer not null,
  at timestamptz not null,
  hash text not null,
  primary key (account, at)
);

insert into anju.password_history (account, at, hash)
select u.id, now(), u.password from public.up_users u
where u.password is not null and not exists (select from anju.password_history h where h.account = u.id);

/* On every path that sets a password; keeps the last twelve. */
create or replace function anju.keep_password() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  if new.password is null or (tg_op = 'UPDATE' and new.password is not distinct from old.password) then return null; end if;
  insert into password_history (account, at, hash) values (new.id, clock_timestamp(), new.password);
  delete from password_history h where h.account = new.id
    and h.at < (select k.at from password_history k where k.account = new.id order by k.at desc offset 11 limit 1);
  return null;
end $$;
create or replace trigger k_keep_password after insert or update of password on public.up_users
  for each row execute function anju.keep_password();

/* The caller's own last passwords, as hashes. */
create or replace function anju.own_past_passwords(p_count integer) returns setof text
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  return query select h.hash from password_history h where h.account = anju.actor() order by h.at desc limit p_count;
end $$;
revoke execute on function anju.keep_password(), anju.own_past_passwords(integer) from public;
grant execute on function anju.own_past_passwords(integer) to anju_app;

-- The ledger counts what each person entered.
create index if not exists safeguards_entered_by_idx on public.safeguards (entered_by);
