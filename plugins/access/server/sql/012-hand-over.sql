/* Gives what a person leaves behind, drafts and returned records, to another who enters in the same place; both are managed by the caller.
   What the successor has begun themselves stays theirs. No row: the two are not the caller's, or the successor does not enter there. */
create or replace function anju.hand_over(p_from integer, p_to integer) returns table (drafts integer, returned integer)
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_place text;
  v_from_region text;
  v_drafts integer;
  v_returned integer;
begin
  select u.region_code into v_from_region from anju.managed_accounts() m join up_users u on u.id = m.account where m.account = p_from;
  select u.region_code into v_place
  from anju.managed_accounts() m
  join up_users u on u.id = m.account
  join role_duty d on d.role = m.role and d.duty = 'enter'
  where m.account = p_to and p_to <> p_from and not coalesce(u.blocked, false) and u.level = anju.level_of_region(u.region_code)
    and (u.valid_until is null or u.valid_until >= (now() at time zone 'Asia/Shanghai')::date);
  if v_from_region is null or v_place is null then return; end if;
  update draft d set creator = p_to
  where d.creator = p_from and starts_with(d.region_code, v_place) and anju.in_scope(d.region_code)
    and not exists (select from draft o where o.creator = p_to and o.household_id = d.household_id);
  get diagnostics v_drafts = row_count;
  update safeguards s set entered_by = p_to
  where s.entered_by = p_from and s.review_state = 'returned' and starts_with(s.region_code, v_place) and anju.in_scope(s.region_code);
  get diagnostics v_returned = row_count;
  insert into journal (actor, request, region_code, action, subject_table, subject_id, detail)
  values (anju.actor(), nullif(current_setting('anju.request', true), ''), v_from_region, 'handOver', 'up_users', p_from,
          jsonb_build_object('to', p_to, 'drafts', v_drafts, 'returned', v_returned));
  return query select v_drafts, v_returned;
end $$;
revoke execute on function anju.hand_over(integer, integer) from public;
grant execute on function anju.hand_over(integer, integer) to anju_app;
