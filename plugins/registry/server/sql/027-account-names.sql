/* The printed name of an account: rows say who wrote them, and the ledger itself is closed to the register. */
create or replace function anju.account_name(p_account integer) returns text
language plpgsql stable strict security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return (select coalesce(u.name, u.username) from up_users u where u.id = p_account);
end $$;
revoke execute on function anju.account_name(integer) from public;
grant execute on function anju.account_name(integer) to anju_app;
