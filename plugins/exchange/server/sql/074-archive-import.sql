-- What an import of archives must know beyond its region.

/* Which of these archive numbers belong to archives outside the caller's range: an import must refuse those rows, whatever it may see.
   Answers numbers that the caller brought, and nothing about who holds them. */
create or replace function anju.archive_numbers_elsewhere(p_numbers text[]) returns table (archive_number text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.archive_number from renovations r where r.archive_number = any (p_numbers) and not anju.in_scope(r.region_code)
$$;
revoke execute on function anju.archive_numbers_elsewhere(text[]) from public;
grant execute on function anju.archive_numbers_elsewhere(text[]) to anju_app;
