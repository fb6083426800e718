-- The recount needs no lock on the base tables: in one snapshot it computes base − deltas, which is what the cells
-- must hold. A saver that commits meanwhile adds rows and deltas together, both unseen by that snapshot.

create or replace function anju.recount_statistics() returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, anju, pg_temp set work_mem = '256MB'
as $$
begin
  perform pg_advisory_xact_lock(anju.statistics_lock());
  drop table if exists pg_temp.stat_recount;
  -- CREATE TABLE AS, because INSERT … SELECT gets no parallel plan.
  create temp table stat_recount on commit drop as
  with counted as (
    select region_code, source, metric, sum(n) as n, sum(amount) as amount
    from (
      select * from anju.stat_base()
      union all
      select region_code, source, metric, -n, -amount from anju.stat_delta
    ) as entry
    group by 1, 2, 3
  )
  select stat_level.level, left(region_code, parent_length) as parent, left(region_code, code_length) as code,
    source, metric, sum(n)::bigint as n, sum(amount) as amount
  from counted join anju.stat_levels() stat_level on length(region_code) >= code_length
  group by 1, 2, 3, 4, 5
  having sum(n) <> 0 or sum(amount) <> 0;

  delete from anju.stat_cell;
  insert into anju.stat_cell (level, parent, code, source, metric, n, amount)
  select level, parent, code, source, metric, n, amount from pg_temp.stat_recount;
  drop table pg_temp.stat_recount;

  while anju.fold_deltas(10000) > 0 loop
  end loop;
end $$;

comment on function anju.recount_statistics() is
  'Rebuilds all cells from households and safeguards without stopping savers, and folds the deltas.';

create or replace function anju.recount() returns void
language sql volatile
as $$ select anju.recount_statistics() $$;

comment on function anju.recount() is 'What a bulk load that disabled the triggers must call before it commits.';

-- Runs with the caller's rights: row level security confines anju_app to its region in every table it reads.
create or replace function anju.statistics_differences()
returns table (
  code text, source text, metric text, stored bigint, counted bigint, stored_amount numeric, counted_amount numeric
)
language sql stable set search_path = pg_catalog, public, anju, pg_temp set work_mem = '256MB'
as $$
  with counted as (
    select region_code, source, metric, sum(n) as n, sum(amount) as amount from anju.stat_base() group by 1, 2, 3
  ), entry as (
    select code, source, metric, n as stored, 0::numeric as counted, amount as stored_amount, 0::numeric as counted_amount
    from anju.stat_cell
    union all
    select left(region_code, code_length), source, metric, n, 0, amount, 0
    from anju.stat_delta join anju.stat_levels() on length(region_code) >= code_length
    union all
    select left(region_code, code_length), source, metric, 0, n, 0, amount
    from counted join anju.stat_levels() on length(region_code) >= code_length
  )
  select code, source, metric, sum(stored)::bigint, sum(counted)::bigint, sum(stored_amount), sum(counted_amount)
  from entry
  -- Levels above the caller's region hold more than the caller may count.
  where code >= coalesce(nullif(current_setting('anju.lo', true), ''), '')
    and code < coalesce(nullif(current_setting('anju.hi', true), ''), 'a')
  group by 1, 2, 3
  having sum(stored) <> sum(counted) or sum(stored_amount) <> sum(counted_amount)
  order by 1, 2, 3
$$;

comment on function anju.statistics_differences() is
  'Every count of the caller''s region where cells + deltas differ from the base tables, in one snapshot; no rows when all agree.';

revoke all on function anju.recount_statistics(), anju.recount(), anju.statistics_differences() from public;
grant execute on function anju.recount_statistics(), anju.statistics_differences() to anju_app;

select anju.recount();
