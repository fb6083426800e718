-- What an undo must know beyond what its person sees.
alter table anju.import_batch add column if not exists undo_actor integer;

/* Households that an import in the caller's range made and of which somebody keeps a draft: drafts are seen by their writers alone. */
create or replace function anju.drafts_on_import(p_import integer) returns table (household_id integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct d.household_id from anju.draft d join households h on h.id = d.household_id
  where h.import_batch_id = p_import and anju.in_scope(h.region_code)
    and not exists (select from anju.import_change c where c.batch_id = p_import and c.table_name = 'households' and c.row_id = h.id)
$$;
revoke execute on function anju.drafts_on_import(integer) from public;
grant execute on function anju.drafts_on_import(integer) to anju_app;
