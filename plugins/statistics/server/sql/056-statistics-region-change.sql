/* After a region change: every region that gained or lost a place starts anew from today's counts, so that no rise or fall is told where only
   the map changed. Rows of earlier days stay as they were counted. Pairs of codes: what stood in `code` stands in `into` now. */
create or replace function anju.rebase_statistics_days(p_pairs jsonb) returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  today constant date := (now() at time zone 'Asia/Shanghai')::date;
begin
  insert into anju.stat_day as kept (region_code, source, day, total, recognised, risen_on, counts, rebased)
  with moved as (
    select left(pair.code, code_length) as former, left(pair."into", code_length) as now
    from jsonb_to_recordset(p_pairs) pair (code text, "into" text) join anju.stat_levels() on length(pair.code) >= code_length
  ), touched as (
    select now as region_code, former from moved where now <> former
    union select now, now from moved where now <> former
    union select former, former from moved where now <> former
  )
  select counted.region_code, counted.source, today, counted.total, counted.recognised,
    (select max(latest.risen_on) from touched
     cross join lateral (select d.risen_on from anju.stat_day d
       where d.region_code = touched.former and d.source = counted.source order by d.day desc limit 1) latest
     where touched.region_code = counted.region_code),
    counted.counts, counted.recognised
  from anju.counted_now() counted join public.regions r on r.code = counted.region_code and r.merged_into is null
  where counted.region_code in (select touched.region_code from touched)
  on conflict (region_code, source, day)
  do update set total = excluded.total, recognised = excluded.recognised, risen_on = excluded.risen_on,
    counts = excluded.counts, rebased = excluded.rebased;
end $$;
revoke execute on function anju.rebase_statistics_days(jsonb) from public;
