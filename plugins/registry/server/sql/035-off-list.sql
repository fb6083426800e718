-- 库外信息补录: nobody may stand beside the list who stands on it, wherever that is.

/* Where the persons with these keys stand already, one row a key. Of a person outside the caller's range only the county:
   no name, no household, not even whether it is the list or the supplement. */
create or replace function anju.persons_standing(p_keys text[])
returns table (id_key text, region_code text, region_name text, household_id integer, source text, person_name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select found.id_key, found.code, coalesce(g.full_name, found.code), found.household_id, found.source, found.person_name
  from (
    select distinct on (m.id_key) m.id_key,
      case when seen.inside then m.region_code else left(m.region_code, 6) end as code,
      case when seen.inside then m.household_id end as household_id,
      case when seen.inside then h.source end as source,
      case when seen.inside then m.name end as person_name
    from members m join households h on h.id = m.household_id
    cross join lateral (select anju.in_scope(m.region_code) as inside) seen
    where m.id_key = any (p_keys)
    order by m.id_key, seen.inside desc, h.source desc, m.id
  ) found left join regions g on g.code = found.code
$$;
revoke execute on function anju.persons_standing(text[]) from public;
grant execute on function anju.persons_standing(text[]) to anju_app;
