-- How many full numbers an account has looked at in the running window: who copies a whole list out by clicks is stopped.
create table if not exists anju.reveal_count (
  account integer primary key,
  since timestamptz not null,
  reveals integer not null
);

/* Counts a reveal of the caller; seconds to wait, 0 when it may go on. What the security administrator set goes before the given limits. */
create or replace function anju.count_reveal(p_most integer, p_seconds integer) returns integer
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_set jsonb := (select p.policy -> 'reveals' from sign_in_policy p order by p.version desc limit 1);
  v_most integer := coalesce((v_set ->> 'most')::integer, p_most);
  v_window interval := make_interval(secs => coalesce((v_set ->> 'seconds')::integer, p_seconds));
  v_count reveal_count;
begin
  insert into reveal_count as c (account, since, reveals) values (anju.actor(), now(), 1)
  on conflict (account) do update
    set since = case when c.since < now() - v_window then now() else c.since end,
        reveals = case when c.since < now() - v_window then 1 else c.reveals + 1 end
  returning * into v_count;
  if v_count.reveals <= v_most then return 0; end if;
  return greatest(1, ceil(extract(epoch from v_count.since + v_window - now())))::integer;
end $$;
revoke execute on function anju.count_reveal(integer, integer) from public;
grant execute on function anju.count_reveal(integer, integer) to anju_app;
