-- Where the options of a list are kept and counted. Configurators see no household: counts leave these functions, rows never do.

create or replace function anju.option_columns()
returns table (list text, table_name text, column_name text, metric text)
language sql immutable parallel safe as $$
  values
    ('appraisalResult', 'safeguards', 'appraisal_result', 'originalSafe.result:'),
    ('appraisalResult', 'renovations', 'original_appraisal_result', 'renovation.result:'),
    ('renovationMode', 'renovations', 'renovation_mode', 'renovation.mode:'),
    ('constructionMode', 'renovations', 'construction_mode', 'renovation.construction:'),
    ('relocationType', 'safeguards', 'relocation_type', 'otherRelocation.type:'),
    ('publicHousingType', 'safeguards', 'public_housing_type', 'publicHousing.type:'),
    ('otherMeansType', 'safeguards', 'other_means_type', 'otherMeans.type:'),
    ('planYear', 'renovations', 'plan_year', null),
    ('povertyType', 'renovations', 'poverty_type', null),
    ('houseStructure', 'renovations', 'structure', null),
    ('departureReason', 'households', 'departure_reason', null)
$$;

/* The region of a configurator; null for everybody else, so that nothing is in it. */
create or replace function anju.configured_region() returns text
language sql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
  select u.region_code::text
  from up_users u
  join up_users_role_lnk l on l.user_id = u.id
  join up_roles r on r.id = l.role_id
  join anju.role_duty d on d.role = r.type and d.duty = 'configure'
  where u.id = anju.actor()
$$;
revoke execute on function anju.configured_region() from public;

/* Households by county and option of a list, in the configurator's region: of the cells and deltas where the statistics count the
   option, of the linked archives or the rows themselves where they do not. */
create or replace function anju.option_usage(p_list text)
returns table (key text, county text, households bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_region text := anju.configured_region();
  v_to text := anju.region_end(v_region);
  v_place record;
begin
  if v_region is null then return; end if;
  for v_place in select * from anju.option_columns() c where c.list = p_list loop
    if v_place.metric is not null then
      return query
        select split_part(counted.metric, ':', 2), counted.county, sum(counted.n)::bigint
        from (
          select c.metric, c.code as county, c.n from stat_cell c
          where c.level = 3 and c.code >= v_region and c.code < v_to and starts_with(c.metric, v_place.metric)
          union all
          select d.metric, left(d.region_code, 6), d.n from stat_delta d
          where d.region_code >= v_region and d.region_code < v_to and starts_with(d.metric, v_place.metric)
        ) counted
        group by 1, 2 having sum(counted.n) <> 0;
    elsif v_place.table_name = 'renovations' then
      return query execute format(
        'select a.%1$I::text, left(s.region_code, 6)::text, count(*) from renovations a join safeguards s on s.renovation_id = a.id
         where a.%1$I is not null and s.region_code >= $1 and s.region_code < $2 group by 1, 2', v_place.column_name) using v_region, v_to;
    else
      return query execute format(
        'select t.%1$I::text, left(t.region_code, 6)::text, count(*) from %2$I t
         where nullif(t.%1$I, '''') is not null and t.region_code >= $1 and t.region_code < $2 group by 1, 2',
        v_place.column_name, v_place.table_name) using v_region, v_to;
    end if;
  end loop;
end $$;

/* How many renovation archives of the configurator's region carry an option. */
create or replace function anju.option_archives(p_list text, p_key text) returns bigint
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_region text := anju.configured_region();
  v_column text := (select c.column_name from anju.option_columns() c where c.list = p_list and c.table_name = 'renovations');
  v_count bigint := 0;
begin
  if v_region is null or v_column is null then return 0; end if;
  execute format('select count(*) from renovations a where a.%I::text = $1 and a.region_code >= $2 and a.region_code < $3', v_column)
    into v_count using p_key, v_region, anju.region_end(v_region);
  return v_count;
end $$;

revoke execute on function anju.option_columns(), anju.option_usage(text), anju.option_archives(text, text) from public;
grant execute on function anju.option_usage(text), anju.option_archives(text, text) to anju_app;
