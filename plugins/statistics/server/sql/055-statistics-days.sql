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

-- All that the region counted, households by metric (the subsidy in yuan): every table can be read as of then.
alter table anju.stat_day add column if not exists counts jsonb;
-- What was recognised right after a region change of that day: what the region had before is another place's number.
alter table anju.stat_day add column if not exists rebased bigint;

alter table anju.stat_day enable row level security;

drop policy if exists scope on anju.stat_day;
create policy scope on anju.stat_day for select to anju_app
  using (
    region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true))
  );

revoke all on anju.stat_day from public, anju_app;
grant select on anju.stat_day to anju_app;

/* What every region counts now, cells and deltas of one snapshot; what is nothing is left out. */
create or replace function anju.counted_now()
returns table (region_code text, source text, total bigint, recognised bigint, counts jsonb)
language sql stable set search_path = pg_catalog, anju, pg_temp set work_mem = '64MB' as $$
  select counted.code, counted.source, coalesce(sum(counted.value) filter (where counted.metric = 'N'), 0)::bigint,
    coalesce(sum(counted.value) filter (where starts_with(counted.metric, 'kind:')), 0)::bigint,
    coalesce(jsonb_object_agg(counted.metric, counted.value) filter (where counted.value <> 0), '{}')
  from (
    select entry.code, entry.source, entry.metric,
      case entry.metric when 'renovation.subsidyTotal' then sum(entry.amount) else sum(entry.n) end as value
    from (
      select code, source, metric, n, amount from stat_cell
      union all
      select left(stat_delta.region_code, code_length), source, metric, n, amount
      from stat_delta join stat_levels() on length(stat_delta.region_code) >= code_length
    ) as entry
    group by 1, 2, 3
  ) as counted
  group by 1, 2
$$;

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
  insert into anju.stat_day as kept (region_code, source, day, total, recognised, risen_on, counts)
  select counted.region_code, counted.source, today, counted.total, counted.recognised,
    case when counted.recognised > coalesce(latest.rebased, earlier.recognised) then today
      when latest.rebased is not null then latest.risen_on else earlier.risen_on end,
    counted.counts
  from anju.counted_now() counted
  left join lateral (
    select recognised, risen_on from anju.stat_day
    where region_code = counted.region_code and source = counted.source and day < today order by day desc limit 1
  ) earlier on true
  left join lateral (
    select counts, risen_on, case when day = today then rebased end as rebased from anju.stat_day
    where region_code = counted.region_code and source = counted.source and day <= today order by day desc limit 1
  ) latest on true
  where counted.counts is distinct from latest.counts
    -- What a retired region counted last stays: nothing is bound to it any more.
    and not exists (select from public.regions r where r.code = counted.region_code and r.merged_into is not null)
  on conflict (region_code, source, day)
  do update set total = excluded.total, recognised = excluded.recognised, risen_on = excluded.risen_on, counts = excluded.counts;
  get diagnostics kept_rows = row_count;
  return kept_rows;
end $$;

comment on function anju.keep_statistics_day() is
  'Keeps what every region counts now as its counts of today, and returns how many rows that took; 0 while a folding or recount runs.';

revoke all on function anju.counted_now(), anju.keep_statistics_day() from public;
grant execute on function anju.keep_statistics_day() to anju_app;
