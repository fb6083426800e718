-- Merging two options rewrites what carries the one; every row tells its journal, and the rows are kept so that it can be taken back.

/* Runs the statement over every column that holds the list's options, in the configurator's region, and answers how many rows it
   changed. In it %1$I is the table, %2$I the column, %3$s its type; $1 one option, $2 the other, $3 and $4 the region, $5 the change.
   What a reviewer approved is what it was: only its name changed (anju.merging, read by anju.settle_review). */
create or replace function anju.rewrite_option(p_change bigint, p_list text, p_from text, p_into text, p_statement text) returns bigint
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_region text := anju.configured_region();
  v_place record;
  v_type text;
  v_rows bigint;
  v_all bigint := 0;
begin
  if v_region is null then raise exception 'Only a configurator merges options' using errcode = 'insufficient_privilege'; end if;
  perform set_config('anju.merging', 'on', true);
  for v_place in select * from anju.option_columns() c where c.list = p_list loop
    select format_type(a.atttypid, a.atttypmod) into v_type from pg_attribute a
      where a.attrelid = format('public.%I', v_place.table_name)::regclass and a.attname = v_place.column_name;
    execute format(p_statement, v_place.table_name, v_place.column_name, v_type)
      using p_from, p_into, v_region, anju.region_end(v_region), p_change;
    get diagnostics v_rows = row_count;
    v_all := v_all + v_rows;
  end loop;
  perform set_config('anju.merging', 'off', true);
  return v_all;
end $$;

/* Rewrites one option as another in the configurator's region and answers how many rows it changed. */
create or replace function anju.merge_option(p_change bigint, p_list text, p_from text, p_into text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  return anju.rewrite_option(p_change, p_list, p_from, p_into, $statement$
    with rewritten as (
      update %1$I t set %2$I = $2::%3$s where t.%2$I = $1::%3$s and t.region_code >= $3 and t.region_code < $4 returning t.id)
    insert into option_merge_row (change, table_name, row_id) select $5, %1$L, id from rewritten$statement$);
end $$;

/* Gives the rows of a merge their option back, but for those that carry yet another one by now. */
create or replace function anju.unmerge_option(p_change bigint, p_list text, p_from text, p_into text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  return anju.rewrite_option(p_change, p_list, p_from, p_into, $statement$
    update %1$I t set %2$I = $1::%3$s from option_merge_row m
    where m.change = $5 and m.table_name = %1$L and t.id = m.row_id and t.%2$I = $2::%3$s
      and t.region_code >= $3 and t.region_code < $4$statement$);
end $$;

revoke execute on function anju.rewrite_option(bigint, text, text, text, text), anju.merge_option(bigint, text, text, text),
  anju.unmerge_option(bigint, text, text, text) from public;
grant execute on function anju.merge_option(bigint, text, text, text), anju.unmerge_option(bigint, text, text, text) to anju_app;
