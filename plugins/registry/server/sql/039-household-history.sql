/* What the journal tells of one household in the caller's scope and of what hangs on it, newest first; that it was read is left out.
   Of an archive in another county nothing. */
create or replace function anju.household_history(p_household integer, p_before bigint, p_limit integer)
returns table (id bigint, at timestamptz, actor_name text, action text, subject_table text, subject_id bigint, subject_name text, detail jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  if not exists (select from households h where h.id = p_household and anju.in_scope(h.region_code)) then return; end if;
  return query
  with archives as (
    select a.id from renovations a
    where (a.household_id = p_household or a.id in (select s.renovation_id from safeguards s where s.household_id = p_household))
      and anju.in_scope(a.region_code)
  ), subjects as (
    select 'households' as name, p_household::bigint as id
    union select 'members', m.id from members m where m.household_id = p_household
    union select 'safeguards', s.id from safeguards s where s.household_id = p_household
    union select 'evidences', e.id from evidences e where e.household_id = p_household
    union select 'warnings', w.id from warnings w where w.household_id = p_household
    union select 'renovations', a.id from archives a
    -- Its photos before, during and after the work.
    union select 'evidences', e.id from archives a join evidences e on e.renovation_id = a.id
    -- Rows that are gone, such as a recognition that was withdrawn.
    union select j.subject_table, j.subject_id from journal j
      where j.detail ? 'household_id' and j.detail ->> 'household_id' = p_household::text
        and j.subject_table in ('members', 'safeguards', 'evidences')
  )
  select j.id, j.at, anju.account_name(j.actor)::text, j.action, j.subject_table, j.subject_id,
    coalesce(m.name, e.category)::text, j.detail
  from subjects x
  join journal j on j.subject_table = x.name and j.subject_id = x.id
  left join members m on x.name = 'members' and m.id = x.id
  left join evidences e on x.name = 'evidences' and e.id = x.id
  where (p_before is null or j.id < p_before) and j.action not in ('open', 'reveal', 'viewFile', 'certificate')
  order by j.id desc limit p_limit;
end $$;
revoke execute on function anju.household_history(integer, bigint, integer) from public;
grant execute on function anju.household_history(integer, bigint, integer) to anju_app;
