-- Review: who approved, and what takes an approval away again. The acting accounts stand beside the printed names.

/* Nobody approves what they entered. */
select anju.ensure_constraint('public.safeguards', 'safeguards_township_not_self', 'check (township_approved_by <> entered_by)');
select anju.ensure_constraint('public.safeguards', 'safeguards_county_not_self', 'check (county_approved_by <> entered_by)');
select anju.ensure_constraint('public.safeguards', 'safeguards_returned_with_reasons',
  'check (review_state <> ''returned'' or (returned_by is not null and return_reasons is not null))');

-- A queue is one state of a region, in region order. Who entered comes along: nobody reviews their own, and the total is counted without the rows.
create index if not exists safeguards_queue_idx on public.safeguards (review_state, region_code, household_id) include (entered_by);
drop index if exists public.safeguards_review_idx;

/* A change of what was approved takes the approval back; one that changes nothing of it leaves state, signatures and dates as they are.
   A typed county date is a paper one until the account of the county confirms it. Merging two options (anju.merging) only renames, and
   so does a region change (anju.recoding). */
create or replace function anju.settle_review() returns trigger
language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.county_paper := new.review_state <> 'countyApproved' and new.county_review_date is not null;
    return new;
  end if;
  if old.review_state in ('townshipApproved', 'countyApproved') and new.review_state = old.review_state then
    if (new.region_code <> old.region_code and not anju.recoding()
        or (new.kind, new.kind_note, new.appraisal_result, new.appraiser, new.appraisal_date, new.original_appraisal_result, new.renovation_mode,
        new.construction_mode, new.accepted, new.subsidy_total, new.relocation_type, new.start_date, new.completion_date, new.move_in_date,
        new.not_started, new.not_completed, new.not_moved_in, new.confirmed_by, new.public_housing_type, new.other_means_type)
       is distinct from
       (old.kind, old.kind_note, old.appraisal_result, old.appraiser, old.appraisal_date, old.original_appraisal_result, old.renovation_mode,
        old.construction_mode, old.accepted, old.subsidy_total, old.relocation_type, old.start_date, old.completion_date, old.move_in_date,
        old.not_started, old.not_completed, old.not_moved_in, old.confirmed_by, old.public_housing_type, old.other_means_type))
       and coalesce(current_setting('anju.merging', true), '') <> 'on'
    then
      new.review_state := 'entered';
    else
      new.entered_by := old.entered_by;
      new.township_reviewer := old.township_reviewer;
      new.township_review_date := old.township_review_date;
      if old.review_state = 'countyApproved' then
        new.county_reviewer := old.county_reviewer;
        new.county_review_date := old.county_review_date;
      end if;
    end if;
  end if;
  if new.review_state = 'entered' then
    new.township_approved_by := null;
    new.township_paper := false;
  end if;
  if new.review_state in ('entered', 'townshipApproved') then
    new.county_approved_by := null;
    if new.county_review_date is null or (new.review_state = 'entered' and old.review_state <> 'entered') then
      new.county_paper := false;
    end if;
    if new.county_review_date is distinct from old.county_review_date then
      new.county_paper := new.county_review_date is not null;
    end if;
  end if;
  return new;
end $$;
create or replace trigger d_settle_review before insert or update on public.safeguards
  for each row execute function anju.settle_review();

create or replace function anju.reopen_reviews(p_households integer[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- An update of no rows fires the triggers of safeguards all the same.
  if not exists (select from safeguards s where s.household_id = any (p_households) and s.review_state in ('townshipApproved', 'countyApproved')) then
    return;
  end if;
  update safeguards s set review_state = 'entered'
  where s.household_id = any (p_households) and s.review_state in ('townshipApproved', 'countyApproved');
end $$;

create or replace function anju.reopen_after_member() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform anju.reopen_reviews(array(
    select distinct n.household_id from removed o join added n using (id)
    where (nullif(o.corrected_id_number, ''), o.registry_id_number) is distinct from (nullif(n.corrected_id_number, ''), n.registry_id_number)));
  return null;
end $$;

create or replace function anju.reopen_after_evidence() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform anju.reopen_reviews(array(
    select distinct n.household_id from removed o join added n using (id) where o.deleted_at is null and n.deleted_at is not null));
  return null;
end $$;

/* The archive fields that a safeguard holds no copy of; the copies are compared with the safeguard itself. */
create or replace function anju.reopen_after_archive() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if current_setting('anju.merging', true) = 'on' then return null; end if;
  perform anju.reopen_reviews(array(
    select s.household_id from removed o join added n using (id) join safeguards s on s.renovation_id = n.id
    where (o.mode_note, o.plan_year, o.start_date, o.completion_date, o.accepted_by)
      is distinct from (n.mode_note, n.plan_year, n.start_date, n.completion_date, n.accepted_by)));
  return null;
end $$;

revoke execute on function anju.settle_review(), anju.reopen_reviews(integer[]), anju.reopen_after_member(),
  anju.reopen_after_evidence(), anju.reopen_after_archive() from public;

-- After touch_household_update, so that a household is always locked before its safeguard.
create or replace trigger u_reopen_review after update on public.members
  referencing old table as removed new table as added for each statement execute function anju.reopen_after_member();
create or replace trigger u_reopen_review after update on public.evidences
  referencing old table as removed new table as added for each statement execute function anju.reopen_after_evidence();
create or replace trigger u_reopen_review after update on public.renovations
  referencing old table as removed new table as added for each statement execute function anju.reopen_after_archive();

/* Whether an active account may review in the township of a place of the caller's scope. */
create or replace function anju.township_has_reviewer(p_region text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  return anju.in_scope(p_region) and exists (
    select from up_users u
    join up_users_role_lnk l on l.user_id = u.id
    join up_roles r on r.id = l.role_id
    join anju.role_duty d on d.role = r.type and d.duty = 'reviewTownship'
    where u.region_code = left(p_region, 9) and length(u.region_code) = 9
      and not coalesce(u.blocked, false)
      and (u.valid_until is null or u.valid_until >= (now() at time zone 'Asia/Shanghai')::date));
end $$;
revoke execute on function anju.township_has_reviewer(text) from public;
grant execute on function anju.township_has_reviewer(text) to anju_app;

/* What was changed of a household in the caller's scope since a moment: the journal's first old value of each field beside the value now.
   Fields that stand as they did are left out. */
create or replace function anju.changes_since(p_household integer, p_since timestamptz)
returns table (subject text, subject_id integer, field text, before jsonb, after jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  return query
  with subjects as (
    select 'safeguard' as name, 'safeguards' as table_name, s.id, to_jsonb(s) as now, array[
      'kind', 'kind_note', 'appraisal_result', 'appraiser', 'appraisal_date', 'relocation_type', 'start_date', 'completion_date',
      'move_in_date', 'not_started', 'not_completed', 'not_moved_in', 'confirmed_by', 'public_housing_type', 'other_means_type',
      'entry_person', 'entry_date'] as fields
    from safeguards s where s.household_id = p_household and anju.in_scope(s.region_code)
    union all
    select 'member', 'members', m.id, to_jsonb(m), array['name', 'registry_id_number', 'corrected_id_number', 'registry_phone', 'corrected_phone']
    from members m where m.household_id = p_household and anju.in_scope(m.region_code)
    union all
    select 'household', 'households', h.id, to_jsonb(h), array['region_code', 'remark', 'departure_reason']
    from households h where h.id = p_household and anju.in_scope(h.region_code)
    union all
    select 'renovation', 'renovations', a.id, to_jsonb(a), array[
      'original_appraisal_result', 'renovation_mode', 'mode_note', 'construction_mode', 'plan_year', 'subsidy_total', 'start_date',
      'completion_date', 'accepted', 'accepted_by']
    from safeguards s join renovations a on a.id = s.renovation_id
    where s.household_id = p_household and anju.in_scope(s.region_code) and anju.in_scope(a.region_code)
  ), first_changes as (
    select distinct on (x.name, x.id, f.field) x.name, x.id, f.field, j.detail -> f.field -> 0 as before, x.now -> f.field as after
    from subjects x cross join lateral unnest(x.fields) f (field)
    join journal j on j.subject_table = x.table_name and j.subject_id = x.id and j.action = 'update' and j.at > p_since and j.detail ? f.field
    order by x.name, x.id, f.field, j.id
  )
  select c.name, c.id, c.field, c.before, c.after from first_changes c where c.before is distinct from c.after
  union all
  select 'evidence', e.id, 'added', null::jsonb, to_jsonb(e.category) from evidences e
  where e.household_id = p_household and anju.in_scope(e.region_code) and e.deleted_at is null and e.created_at::timestamptz > p_since
  union all
  select 'evidence', e.id, 'deleted', to_jsonb(e.category), null::jsonb from evidences e
  where e.household_id = p_household and anju.in_scope(e.region_code) and e.created_at::timestamptz <= p_since and e.deleted_at::timestamptz > p_since;
end $$;
revoke execute on function anju.changes_since(integer, timestamptz) from public;
grant execute on function anju.changes_since(integer, timestamptz) to anju_app;
