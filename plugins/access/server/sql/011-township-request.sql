-- A township user whose township is not chosen yet carries its county's code. It may ask for one of the county's townships; the county confirms.
create table if not exists anju.township_request (
  account integer primary key,
  region_code text not null,
  at timestamptz not null
);

/* The townships that the caller may ask for, and which it has asked for; none once it is placed. */
create or replace function anju.township_choices() returns table (code text, name text, requested boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  return query
    select g.code::text, g.name::text, coalesce(q.region_code = g.code, false)
    from up_users me
    join regions g on g.parent_code = me.region_code and g.merged_into is null and length(g.code) = 9
    left join township_request q on q.account = me.id
    where me.id = anju.actor() and me.level = 'township' and length(me.region_code) = 6
    order by g.code;
end $$;

/* Asks for a township; false when the caller may not ask for that one. */
create or replace function anju.request_township(p_region text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  if not exists (select from anju.township_choices() c where c.code = p_region) then return false; end if;
  insert into township_request as q (account, region_code, at) values (anju.actor(), p_region, clock_timestamp())
  on conflict (account) do update set region_code = excluded.region_code, at = excluded.at;
  insert into journal (actor, request, region_code, action, subject_table, subject_id, detail)
  values (anju.actor(), nullif(current_setting('anju.request', true), ''), p_region, 'requestTownship', 'up_users', anju.actor(), '{}');
  return true;
end $$;

/* What the accounts that the caller manages have asked for. */
create or replace function anju.managed_township_requests() returns table (account integer, region_code text)
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  return query select q.account, q.region_code from anju.managed_accounts() m join township_request q on q.account = m.account;
end $$;

/* A request is settled by any change of the place. */
create or replace function anju.settle_township_request() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  delete from township_request q where q.account = new.id and (new.region_code, new.level) is distinct from (old.region_code, old.level);
  return null;
end $$;
create or replace trigger s_settle_township_request after update on public.up_users
  for each row execute function anju.settle_township_request();

revoke execute on function anju.township_choices(), anju.request_township(text), anju.managed_township_requests(), anju.settle_township_request() from public;
grant execute on function anju.township_choices(), anju.request_township(text), anju.managed_township_requests() to anju_app;
