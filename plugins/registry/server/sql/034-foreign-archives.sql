-- An archive and its household may lie in two counties: each side learns which county to call, and next to nothing else.

/* The archive of a household in the caller's scope that lies outside it: linked, or holding one of its persons.
   No number, no address, of the name the first character. */
create or replace function anju.foreign_renovation(p_household integer)
returns table ("countyName" text, "headName" text, "planYear" integer, "renovationMode" text, accepted boolean, "isLinked" boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query select coalesce(g.full_name, left(r.region_code, 6))::text, left(r.head_name, 1) || '**', r.plan_year, r.renovation_mode::text, r.accepted, found.linked
  from households h
  cross join lateral (
    select s.renovation_id as id, true as linked from safeguards s where s.household_id = h.id and s.renovation_id is not null
    union all
    select r.id, false from members m join renovations r on r.id_key = m.id_key
    where m.household_id = h.id and r.refused_household_id is distinct from h.id
  ) found
  join renovations r on r.id = found.id and not anju.in_scope(r.region_code)
  left join regions g on g.code = left(r.region_code, 6)
  where h.id = p_household and anju.in_scope(h.region_code)
  order by found.linked desc, r.id limit 1;
end $$;

/* The county of the household outside the caller's scope that an archive inside it is linked to, or that holds its person; null when there is none. */
create or replace function anju.archive_county_elsewhere(p_archive integer) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(g.full_name, left(found.region_code, 6))
  from renovations r
  cross join lateral (
    select s.region_code from safeguards s where s.renovation_id = r.id
    union all
    select h.region_code from households h where h.id = r.household_id
    union all
    select m.region_code from members m
    where m.id_key = r.id_key and m.vanished_at is null and m.household_id is distinct from r.refused_household_id
  ) found
  left join regions g on g.code = left(found.region_code, 6)
  where r.id = p_archive and anju.in_scope(r.region_code) and not anju.in_scope(found.region_code)
  limit 1
$$;

revoke execute on function anju.foreign_renovation(integer), anju.archive_county_elsewhere(integer) from public;
grant execute on function anju.foreign_renovation(integer), anju.archive_county_elsewhere(integer) to anju_app;
