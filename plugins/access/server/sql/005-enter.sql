-- Strapi gives its sessions no index, and every request asks for one of them.
create index if not exists strapi_sessions_session_idx on public.strapi_sessions (session_id);

/* The first statement of every request. Re-reads what may have changed since the token was parsed (session, blocked, expiry, role,
   region) and opens the user's scope for this transaction. No row: the sign-in no longer holds. p_stamp null: first request of a cached sign-in. */
create or replace function anju.enter(p_user integer, p_session text, p_stamp text, p_read_only boolean, p_request text)
returns table (stamp text, username text, name text, role text, level text, region_code text, region_name text, township_reviewer text, county_reviewer text,
               must_change_password boolean, duties text[])
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  u record;
  v_duties text[];
  v_stamp text;
  v_placed boolean;
  v_scope boolean;
  v_setting text;
begin
  select x.id, x.username::text, x.name::text, x.region_code::text, x.must_change_password, x.valid_until, x.password::text, x.level::text as user_level,
         x.township_reviewer::text, x.county_reviewer::text,
         r.type::text as role, g.name::text as region_name, g.level,
         coalesce((select array_agg(d.duty order by d.duty) from anju.role_duty d where d.role = r.type), '{}') as duties
    into u
    from up_users x
    join up_users_role_lnk l on l.user_id = x.id
    join up_roles r on r.id = l.role_id
    left join regions g on g.code = x.region_code
   where x.id = p_user
     and coalesce(x.blocked, false) = false
     and (x.valid_until is null or x.valid_until >= (now() at time zone 'Asia/Shanghai')::date)
     and exists (select 1 from strapi_sessions s
                  where s.session_id = p_session and s.user_id = p_user::text and s.origin = 'users-permissions'
                    and s.absolute_expires_at > now());
  if not found then return; end if;
  v_stamp := md5(concat_ws('|', u.role, u.region_code, u.user_level, u.password, u.valid_until, u.must_change_password));
  if p_stamp is not null and p_stamp <> v_stamp then return; end if;
  v_duties := u.duties;
  -- A township user whose township is not filled in carries its county's code: the levels differ, and nothing is in scope.
  v_placed := coalesce(u.user_level = (array['ministry', 'province', 'city', 'county', 'township'])[u.level + 1], false);
  v_scope := v_placed and v_duties && array['enter', 'reviewTownship', 'reviewCounty', 'supervise', 'importLists', 'importArchives', 'export'];
  -- Assignments: each is a plain expression to PL/pgSQL, where `perform` starts a query.
  v_setting := set_config('anju.lo', case when v_scope then u.region_code end, true);
  v_setting := set_config('anju.hi', case when v_scope then anju.region_end(u.region_code) end, true);
  v_setting := set_config('anju.audit_lo', case when 'audit' = any(v_duties) then u.region_code end, true);
  v_setting := set_config('anju.audit_hi', case when 'audit' = any(v_duties) then anju.region_end(u.region_code) end, true);
  v_setting := set_config('anju.actor', p_user::text, true);
  v_setting := set_config('anju.request', p_request, true);
  if p_read_only then v_setting := set_config('transaction_read_only', 'on', true); end if;
  return query select v_stamp, u.username, u.name, u.role,
    u.user_level, case when v_placed then u.region_code end, case when v_placed then u.region_name end, u.township_reviewer, u.county_reviewer,
    coalesce(u.must_change_password, false), v_duties;
end $$;
revoke execute on function anju.enter(integer, text, text, boolean, text) from public;
grant execute on function anju.enter(integer, text, text, boolean, text) to anju_app;
