-- When the cells were last compared with the households, of which place, and what was found.
create table if not exists anju.stat_recount (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  /* The region that was counted anew; empty for the whole node. */
  place text not null,
  differences integer not null
);
create index if not exists stat_recount_at_idx on anju.stat_recount (at);
revoke all on anju.stat_recount from public, anju_app;
grant select on anju.stat_recount to anju_app;

/* Remembers a recount of the caller's region. */
create or replace function anju.note_recount(p_differences integer) returns void
language sql volatile security definer set search_path = pg_catalog, anju, pg_temp as $$
  delete from stat_recount where at < now() - interval '90 days';
  insert into stat_recount (place, differences) values (coalesce(current_setting('anju.lo', true), ''), p_differences);
$$;

/* The full recount of the node, once a night from two o'clock on: compares, rebuilds where anything differs, and remembers what was found.
   What the list of unlinked archives starts from is settled along with it.
   True when it was due and is done. */
create or replace function anju.recount_when_due() returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_due constant timestamptz := (date_trunc('day', (now() - interval '2 hours') at time zone 'Asia/Shanghai') + interval '2 hours') at time zone 'Asia/Shanghai';
  v_differences integer;
begin
  if not pg_try_advisory_xact_lock(726057) or exists (select from stat_recount where place = '' and at >= v_due) then return false; end if;
  perform set_config('anju.lo', '', true), set_config('anju.hi', 'a', true);
  select count(*) into v_differences from anju.statistics_differences();
  if v_differences > 0 then perform anju.recount_statistics(); end if;
  perform anju.note_recount(v_differences);
  perform anju.settle_unlinked(null);
  perform set_config('anju.hi', '', true);
  return true;
end $$;

revoke all on function anju.note_recount(integer), anju.recount_when_due() from public;
grant execute on function anju.note_recount(integer), anju.recount_when_due() to anju_app;
