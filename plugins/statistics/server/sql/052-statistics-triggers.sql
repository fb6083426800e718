-- Statement triggers with transition tables; they fire once for a cascade over many rows, and also for no rows.
-- A statement whose net is 0 writes nothing: a version bump or a corrected phone costs no delta.

create or replace function anju.append_household_deltas() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp
as $$
begin
  if tg_op = 'UPDATE' and anju.is_touch() then return null; end if;
  if tg_op = 'INSERT' then
    insert into anju.stat_delta (region_code, source, metric, n, amount)
    select added.region_code, added.source, counted.metric, sum(counted.n), sum(counted.amount)
    from added cross join lateral anju.household_metrics(row(added.*)::public.households) counted
    group by 1, 2, 3;
  elsif tg_op = 'DELETE' then
    insert into anju.stat_delta (region_code, source, metric, n, amount)
    select removed.region_code, removed.source, counted.metric, -sum(counted.n), -sum(counted.amount)
    from removed cross join lateral anju.household_metrics(row(removed.*)::public.households) counted
    group by 1, 2, 3;
  else
    insert into anju.stat_delta (region_code, source, metric, n, amount)
    select change.region_code, change.source, change.metric, sum(change.n), sum(change.amount)
    from (
      select added.region_code, added.source, counted.metric, counted.n, counted.amount
      from added cross join lateral anju.household_metrics(row(added.*)::public.households) counted
      union all
      select removed.region_code, removed.source, counted.metric, -counted.n, -counted.amount
      from removed cross join lateral anju.household_metrics(row(removed.*)::public.households) counted
    ) as change
    group by 1, 2, 3
    having sum(change.n) <> 0 or sum(change.amount) <> 0;
  end if;
  return null;
end $$;

create or replace function anju.append_safeguard_deltas() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    insert into anju.stat_delta (region_code, source, metric, n, amount)
    select added.region_code, added.source, counted.metric, sum(counted.n), sum(counted.amount)
    from added cross join lateral anju.safeguard_metrics(row(added.*)::public.safeguards) counted
    group by 1, 2, 3;
  elsif tg_op = 'DELETE' then
    insert into anju.stat_delta (region_code, source, metric, n, amount)
    select removed.region_code, removed.source, counted.metric, -sum(counted.n), -sum(counted.amount)
    from removed cross join lateral anju.safeguard_metrics(row(removed.*)::public.safeguards) counted
    group by 1, 2, 3;
  else
    insert into anju.stat_delta (region_code, source, metric, n, amount)
    select change.region_code, change.source, change.metric, sum(change.n), sum(change.amount)
    from (
      select added.region_code, added.source, counted.metric, counted.n, counted.amount
      from added cross join lateral anju.safeguard_metrics(row(added.*)::public.safeguards) counted
      union all
      select removed.region_code, removed.source, counted.metric, -counted.n, -counted.amount
      from removed cross join lateral anju.safeguard_metrics(row(removed.*)::public.safeguards) counted
    ) as change
    group by 1, 2, 3
    having sum(change.n) <> 0 or sum(change.amount) <> 0;
  end if;
  return null;
end $$;

create or replace function anju.refuse_truncate() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'TRUNCATE of % would leave the statistics wrong: delete its rows, or disable the triggers and run anju.recount()', tg_table_name
    using errcode = 'feature_not_supported';
end $$;

revoke all on function anju.append_household_deltas(), anju.append_safeguard_deltas(), anju.refuse_truncate() from public;

-- Transition tables allow neither several events nor column lists: three triggers a table.
create or replace trigger statistics_insert after insert on public.households
  referencing new table as added for each statement execute function anju.append_household_deltas();
create or replace trigger statistics_update after update on public.households
  referencing old table as removed new table as added
  for each statement execute function anju.append_household_deltas();
create or replace trigger statistics_delete after delete on public.households
  referencing old table as removed for each statement execute function anju.append_household_deltas();
create or replace trigger statistics_truncate before truncate on public.households
  for each statement execute function anju.refuse_truncate();

create or replace trigger statistics_insert after insert on public.safeguards
  referencing new table as added for each statement execute function anju.append_safeguard_deltas();
create or replace trigger statistics_update after update on public.safeguards
  referencing old table as removed new table as added
  for each statement execute function anju.append_safeguard_deltas();
create or replace trigger statistics_delete after delete on public.safeguards
  referencing old table as removed for each statement execute function anju.append_safeguard_deltas();
create or replace trigger statistics_truncate before truncate on public.safeguards
  for each statement execute function anju.refuse_truncate();
