-- What readers of the tables ask. Functions, so that their plans are made once for every region: beside values the planner thinks a plan of
-- their own is worth its while, and planning took longer than counting.

/*
 * Counts of a region and of each region below it, in code order: cells and deltas of one snapshot, within the caller's scope. Of the metric
 * p_amount_metric its amount. A region merged into another is there only while households are still bound to it.
 */
create or replace function anju.region_counts(p_region text, p_lo text, p_hi text, p_level integer, p_parent text, p_child_level integer,
  p_child_length integer, p_sources text[], p_metrics text[], p_amount_metric text)
returns table (code text, name text, counts json, as_of timestamptz)
language plpgsql stable set search_path = pg_catalog, public, anju, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  with recent as materialized (
    select case when length(d.region_code) >= p_child_length then left(d.region_code, p_child_length) end as child, d.metric, sum(d.n) as n,
      sum(d.amount) as amount
    from stat_delta d
    where d.region_code >= p_lo and d.region_code < p_hi and d.source = any (p_sources) and d.metric = any (p_metrics)
    group by 1, 2
  ), entry as (
    select c.code, c.metric, c.n, c.amount from stat_cell c
    where c.level = p_child_level and c.parent = p_region and c.source = any (p_sources) and c.metric = any (p_metrics)
    union all
    select p_region, c.metric, c.n, c.amount from stat_cell c
    where c.level = p_level and c.parent = p_parent and (c.code = p_region or p_region = '')
      and c.source = any (p_sources) and c.metric = any (p_metrics)
    union all
    select r.child, r.metric, r.n, r.amount from recent r where r.child is not null
    union all
    select p_region, r.metric, r.n, r.amount from recent r
  ), counted as (
    select e.code, e.metric, case e.metric when p_amount_metric then sum(e.amount) else sum(e.n) end as value from entry e group by e.code, e.metric
  ), region_counted as (
    select c.code, json_object_agg(c.metric, c.value) as counts from counted c where c.value <> 0 group by c.code
  )
  select code::text, coalesce(region.name, code)::text, coalesce(counted.counts, '{}'), statement_timestamp()
  from (select r.code::text, r.name, r.merged_into from regions r where r.parent_code = p_region or r.code = p_region) region
  full join region_counted counted using (code)
  where region.merged_into is null or counted.counts is not null or code = p_region
  order by code;
end $$;

/* Counts of one region as a whole: cells and deltas of one snapshot, within the caller's scope. */
create or replace function anju.region_total(p_region text, p_lo text, p_hi text, p_level integer, p_parent text, p_sources text[], p_metrics text[])
returns json
language plpgsql stable set search_path = pg_catalog, public, anju, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return (
    with entry as (
      select c.source, c.metric, c.n from stat_cell c
      where c.level = p_level and c.parent = p_parent and (c.code = p_region or p_region = '')
      union all
      select d.source, d.metric, d.n from stat_delta d where d.region_code >= p_lo and d.region_code < p_hi
    ), counted as (
      select e.metric, sum(e.n) as n from entry e where e.source = any (p_sources) and e.metric = any (p_metrics) group by e.metric
    )
    select coalesce(json_object_agg(c.metric, c.n), '{}') from counted c);
end $$;

revoke execute on function anju.region_counts(text, text, text, integer, text, integer, integer, text[], text[], text),
  anju.region_total(text, text, text, integer, text, text[], text[]) from public;
grant execute on function anju.region_counts(text, text, text, integer, text, integer, integer, text[], text[], text),
  anju.region_total(text, text, text, integer, text, text[], text[]) to anju_app;
