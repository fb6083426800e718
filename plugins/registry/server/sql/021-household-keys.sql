-- A child carries its household's region and source; the composite keys make a disagreement impossible.
select anju.ensure_constraint('public.households', 'households_id_region_key', 'unique (id, region_code)');
select anju.ensure_constraint('public.households', 'households_id_region_source_key', 'unique (id, region_code, source)');

select anju.ensure_constraint('public.members', 'members_household_fk',
  'foreign key (household_id, region_code) references public.households (id, region_code) on update cascade on delete cascade');
select anju.ensure_constraint('public.evidences', 'evidences_household_fk',
  'foreign key (household_id, region_code) references public.households (id, region_code) on update cascade on delete cascade');
-- Evidence is a household's, or the photos of an archive: the same files and doors, and no rule of households sees them.
alter table public.evidences alter column household_id drop not null;
select anju.ensure_constraint('public.renovations', 'renovations_id_region_key', 'unique (id, region_code)');
select anju.ensure_constraint('public.evidences', 'evidences_renovation_fk',
  'foreign key (renovation_id, region_code) references public.renovations (id, region_code) on update cascade on delete cascade');
select anju.ensure_constraint('public.evidences', 'evidences_one_owner', 'check ((household_id is null) <> (renovation_id is null))');
select anju.ensure_constraint('public.evidences', 'evidences_archive_photo_known',
  'check (renovation_id is null or category in (''beforeRenovation'', ''duringRenovation'', ''afterRenovation''))');
select anju.ensure_constraint('public.safeguards', 'safeguards_household_fk',
  'foreign key (household_id, region_code, source) references public.households (id, region_code, source) on update cascade on delete cascade');
select anju.ensure_constraint('public.safeguards', 'safeguards_renovation_fk',
  'foreign key (renovation_id) references public.renovations (id) on delete set null');
select anju.ensure_constraint('public.safeguards', 'safeguards_relocation_entry_fk',
  'foreign key (relocation_entry_id) references public.relocation_entries (id) on delete set null');

create unique index if not exists members_head_uq on public.members (household_id) where is_head;
create index if not exists safeguards_relocation_entry_idx on public.safeguards (relocation_entry_id) where relocation_entry_id is not null;

do $$
declare
  t text;
begin
  foreach t in array array['households', 'members', 'safeguards', 'evidences', 'renovations', 'relocation_entries'] loop
    perform anju.ensure_constraint(format('public.%I', t)::regclass, t || '_region_form',
      'check (region_code ~ ''^[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?)?$'')');
  end loop;
end $$;

select anju.ensure_constraint('public.households', 'households_source_known', 'check (source in (''registry'', ''offList''))');
select anju.ensure_constraint('public.safeguards', 'safeguards_source_known', 'check (source in (''registry'', ''offList''))');
select anju.ensure_constraint('public.safeguards', 'safeguards_kind_known',
  'check (kind in (''originalSafe'', ''renovation'', ''povertyRelocation'', ''otherRelocation'', ''publicHousing'', ''otherMeans''))');
select anju.ensure_constraint('public.safeguards', 'safeguards_review_state_known',
  'check (review_state in (''entered'', ''townshipApproved'', ''countyApproved'', ''returned''))');
select anju.ensure_constraint('public.safeguards', 'safeguards_links_of_kind',
  'check ((renovation_id is null or kind = ''renovation'') and (relocation_entry_id is null or kind = ''povertyRelocation''))');
select anju.ensure_constraint('public.evidences', 'evidences_size_positive', 'check (size_bytes > 0)');
select anju.ensure_constraint('public.renovations', 'renovations_subsidy_not_negative', 'check (subsidy_total >= 0)');
