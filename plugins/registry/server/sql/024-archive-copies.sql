-- Statistics count a safeguard by its own row alone, so it carries copies of the archive fields that they need.

/* Whether a renovation archive lacks a field that a complete one has (missingArchiveFields of the domain). */
create or replace function anju.is_archive_incomplete(archive public.renovations) returns boolean
language sql immutable parallel safe as $$
  select nullif(archive.renovation_mode, '') is null
      or nullif(archive.construction_mode, '') is null
      or (nullif(archive.original_appraisal_result, '') is null and archive.renovation_mode <> 'newBuildNoHouse')
      or archive.plan_year is null
      or archive.subsidy_total is null
      or archive.start_date is null
      or archive.completion_date is null
      or archive.accepted is null
      or (archive.accepted and nullif(archive.accepted_by, '') is null)
$$;

/* A link is made only to an archive that its writer can see: runs with the writer's own rights. */
create or replace function anju.check_renovation_link() returns trigger
language plpgsql as $$
begin
  if new.renovation_id is null then return new; end if;
  if tg_op = 'UPDATE' and old.renovation_id is not distinct from new.renovation_id then return new; end if;
  if not exists (select from public.renovations r where r.id = new.renovation_id) then
    raise exception 'renovation % does not exist or lies outside the scope', new.renovation_id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create or replace function anju.copy_archive() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  archive renovations;
begin
  if new.kind = 'renovation' then
    select * into archive from renovations r where r.id = new.renovation_id;
    new.archive_completed := archive.completion_date is not null;
    new.archive_incomplete := anju.is_archive_incomplete(archive);
  else
    new.archive_completed := null;
    new.archive_incomplete := null;
  end if;
  new.original_appraisal_result := archive.original_appraisal_result;
  new.renovation_mode := archive.renovation_mode;
  new.construction_mode := archive.construction_mode;
  new.accepted := archive.accepted;
  new.subsidy_total := archive.subsidy_total;
  return new;
end $$;

/* Rewriting the linked safeguards copies the archive afresh and raises their households' versions. That of a household whose save
   completes the archive and writes the safeguard next (anju.saved_household) is left to it: it would be written twice. */
create or replace function anju.spread_archive() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_linked integer[] := array(
    select g.id from safeguards g join changed c on c.id = g.renovation_id
    where g.household_id is distinct from nullif(current_setting('anju.saved_household', true), '')::integer
    order by g.id for no key update of g);
begin
  if v_linked = '{}' or anju.recoding() then return null; end if;
  update safeguards s set renovation_id = s.renovation_id where s.id = any (v_linked);
  return null;
end $$;

revoke execute on function anju.is_archive_incomplete(public.renovations), anju.check_renovation_link(), anju.copy_archive(),
  anju.spread_archive() from public;

create or replace trigger b_check_renovation_link before insert or update on public.safeguards
  for each row execute function anju.check_renovation_link();
create or replace trigger c_copy_archive before insert or update on public.safeguards
  for each row execute function anju.copy_archive();
create or replace trigger spread_archive after update on public.renovations
  referencing new table as changed for each statement execute function anju.spread_archive();
