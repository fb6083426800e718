-- A warning: one rule's finding about one subject. Nothing is deleted but with its household; what is mended is closed.
create unique index if not exists warnings_subject_uq on public.warnings (kind, subject);
create index if not exists warnings_household_idx on public.warnings (household_id) where household_id is not null;
create index if not exists warnings_renovation_idx on public.warnings (renovation_id) where renovation_id is not null;
create index if not exists warnings_region_idx on public.warnings (region_code, id);
create index if not exists warnings_kind_idx on public.warnings (kind, state, region_code, id);
-- Marks in the household list, and households with warnings in region order.
create index if not exists warnings_unsettled_idx on public.warnings (region_code, household_id)
  where state::text <> all (array['cleared', 'dismissed', 'accepted']);
create index if not exists warnings_unsettled_household_idx on public.warnings (household_id)
  where state::text <> all (array['cleared', 'dismissed', 'accepted']);

-- What waits longest.
create index if not exists warnings_waiting_idx on public.warnings (opened_at, id) where state::text = any (array['open', 'rejected']);

select anju.ensure_constraint('public.warnings', 'warnings_household_fk',
  'foreign key (household_id, region_code) references public.households (id, region_code) on update cascade on delete cascade');
select anju.ensure_constraint('public.warnings', 'warnings_region_form',
  'check (region_code ~ ''^[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?)?$'')');
select anju.ensure_constraint('public.warnings', 'warnings_kind_known',
  'check (kind in (''idError'', ''safeguardOverlap'', ''renovationIdentity'', ''evidenceMissing'', ''incomplete'', ''photoReuse''))');
select anju.ensure_constraint('public.warnings', 'warnings_state_known',
  'check (state in (''open'', ''proposed'', ''submitted'', ''forwarded'', ''rejected'', ''accepted'', ''dismissed'', ''cleared''))');
select anju.ensure_constraint('public.warnings', 'warnings_closed_when_settled',
  'check ((closed_at is not null) = (state in (''accepted'', ''dismissed'', ''cleared'')))');

create or replace trigger a_fill_row before insert on public.warnings for each row execute function anju.fill_row();
create or replace trigger a_stamp_row before update on public.warnings for each row execute function anju.stamp_row();

alter table public.warnings enable row level security;
drop policy if exists scope on public.warnings;
create policy scope on public.warnings to anju_app
  using (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)))
  with check (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)));
grant select, insert, update, delete on public.warnings to anju_app;
revoke truncate, references, trigger on public.warnings from anju_app;

-- As of people's other tables (030): nothing reads them.
drop index if exists public.warnings_documents_idx, public.warnings_created_by_id_fk, public.warnings_updated_by_id_fk;

/* A person's step (and a rule that takes it back) is journalled; what rules open and close by themselves the row's own times tell. */
create or replace function anju.journal_warning_step() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  insert into anju.journal (actor, request, region_code, action, subject_table, subject_id, detail)
  values (anju.actor(), nullif(current_setting('anju.request', true), ''), new.region_code, 'update', 'warnings', new.id,
    jsonb_build_object('kind', new.kind, 'state', jsonb_build_array(old.state, new.state))
      || case when new.steps is distinct from old.steps then jsonb_build_object('step', new.steps -> -1) else '{}' end);
  return null;
end $$;
revoke execute on function anju.journal_warning_step() from public;
drop trigger if exists journal_steps on public.warnings;
drop function if exists anju.journal_warning_steps();
-- For each row, since its condition asks no function: most changes of warnings are the rules' own.
create or replace trigger journal_step after update on public.warnings for each row
  when (new.steps is distinct from old.steps
    or (old.state <> new.state and not (old.state in ('open', 'cleared') and new.state in ('open', 'cleared'))))
  execute function anju.journal_warning_step();
