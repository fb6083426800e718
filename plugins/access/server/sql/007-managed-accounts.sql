-- Whom an account manages: accounts below it, of roles that its own may grant.

-- Which roles a role may grant; mirrored from config/roles.json when the node is prepared. own_region: also to accounts of its own region and level.
create table if not exists anju.role_grant (
  role text not null,
  grants text not null,
  own_region boolean not null,
  primary key (role, grants)
);

/* How deep a level of accounts stands: the ministry is 0. */
create or replace function anju.level_depth(p_level text) returns integer
language sql immutable parallel safe as $$
  select array_position(array['ministry', 'province', 'city', 'county', 'township'], p_level) - 1
$$;

/* The level that an account of this region has when it is placed there. */
create or replace function anju.level_of_region(p_region text) returns text
language sql immutable parallel safe as $$
  select case length(p_region) when 0 then 'ministry' when 2 then 'province' when 4 then 'city' when 6 then 'county' when 9 then 'township' end
$$;
grant execute on function anju.level_depth(text), anju.level_of_region(text) to anju_app;

/* Which roles a role gives: the housing line (manageUsers) what it is configured to; the security administrator (manageAccounts) the
   supervisors and administrators that a node begins with, but never a role that enters: that is the county's to give. */
create or replace function anju.granted_roles(p_role text) returns table (role text, own_region boolean)
language sql stable security definer set search_path = pg_catalog, anju, pg_temp as $$
  select g.grants, g.own_region from anju.role_grant g
  where g.role = p_role
    and (exists (select from anju.role_duty d where d.role = p_role and d.duty = 'manageUsers')
         or (exists (select from anju.role_duty d where d.role = p_role and d.duty = 'manageAccounts')
             and not exists (select from anju.role_duty d where d.role = g.grants and d.duty = 'enter')))
$$;
revoke execute on function anju.granted_roles(text) from public;

/* Whether the caller may give an account of this level and region this role; without a role, whether any. */
create or replace function anju.may_grant(p_role text, p_level text, p_region text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  return exists (
    select from up_users me
    join up_users_role_lnk l on l.user_id = me.id
    join up_roles r on r.id = l.role_id
    join anju.granted_roles(r.type) g on p_role is null or g.role = p_role
    where me.id = anju.actor()
      and not coalesce(me.blocked, false)
      and me.level = anju.level_of_region(me.region_code)
      and starts_with(p_region, me.region_code)
      and (anju.level_depth(p_level) > anju.level_depth(me.level)
           or (g.own_region and p_level = me.level and p_region = me.region_code)));
end $$;

/* The accounts that the caller manages; what stands outside its region or beside it is not among them. */
create or replace function anju.managed_accounts() returns table (account integer, role text)
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp rows 1000 as $$
begin
  return query
    select u.id, r.type::text
    from up_users me
    join up_users_role_lnk ml on ml.user_id = me.id
    join up_roles mr on mr.id = ml.role_id
    join anju.granted_roles(mr.type) g on true
    join up_roles r on r.type = g.role
    join up_users_role_lnk l on l.role_id = r.id
    join up_users u on u.id = l.user_id
    where me.id = anju.actor()
      and not coalesce(me.blocked, false)
      and me.level = anju.level_of_region(me.region_code)
      and u.id <> me.id
      and starts_with(u.region_code, me.region_code)
      and (anju.level_depth(u.level) > anju.level_depth(me.level)
           or (g.own_region and u.level = me.level and u.region_code = me.region_code));
end $$;

revoke execute on function anju.may_grant(text, text, text), anju.managed_accounts() from public;
grant execute on function anju.may_grant(text, text, text), anju.managed_accounts() to anju_app;
