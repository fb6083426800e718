-- What each region counted at the end of a day: history that later corrections leave alone. A row is kept when it differs
-- from the one before, so a village costs a row only on the days on which something happened in it.

create table if not exists anju.stat_day (
  region_code text not null,
  source text not null,
  day date not null,
  total bigint not null,
  recognised bigint not null,
  -- The last day that ended with more recognised households than the day before; null until there was one.
  risen_on date,
  primary key (region_code, source, day)
);

alter table anju.stat_day enable row level security;

drop policy if exists scope on anju.stat_day;
create policy scope on anju.stat_day for select to anju_app
  using (
    region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true))
  );

revoke all on anju.stat_day from public, anju_app;
grant select on anju.stat_day to anju_app;

create or replace function anju.keep_statistics_day() returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, public, anju, pg_temp
as $$
declare
  today constant date := (now() at time zone 'Asia/Shanghai')::date;
  kept_rows bigint;
begin
  if not pg_try_advisory_xact_lock(anju.statistics_lock()) then
    return 0;
  end if;
  with entry as (
    select code as region_code, source, metric, n from anju.stat_cell where metric = 'N' or starts_with(metric, 'kind:')
    union all
    select left(region_code, code_length), source, metric, n
    from anju.stat_delta join anju.stat_levels() on length(region_code) >= code_length
    where metric = 'N' or starts_with(metric, 'kind:')
  ), counted as (
    select region_code, source, coalesce(sum(n) filter (where metric = 'N'), 0) as total,
      coalesce(sum(n) filter (where metric <> 'N'), 0) as recognised
    from entry group by 1, 2
  )
  insert into anju.stat_day as kept (region_code, source, day, total, recognised, risen_on)
  select counted.region_code, counted.source, today, counted.total, counted.recognised,
    case when counted.recognised > earlier.recognised then today else earlier.risen_on end
  from counted
  left join lateral (
    select recognised, risen_on from anju.stat_day
    where region_code = counted.region_code and source = counted.source and day < today order by day desc limit 1
  ) earlier on true
  left join lateral (
    select total, recognised from anju.stat_day
    where region_code = counted.region_code and source = counted.source and day <= today order by day desc limit 1
  ) latest on true
  where (counted.total, counted.recognised) is distinct from (latest.total, latest.recognised)
  on conflict (region_code, source, day)
  do update set total = excluded.total, recognised = excluded.recognised, risen_on = excluded.risen_on;
  get diagnostics kept_rows = row_count;
  return kept_rows;
end $$;

comment on function anju.keep_statistics_day() is
  'Keeps what every region counts now as its counts of today, and returns how many rows that took; 0 while a folding or recount runs.';

revoke all on function anju.keep_statistics_day() from public;
grant execute on function anju.keep_statistics_day() to anju_app;
