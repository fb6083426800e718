-- The entry list walks the unrecognised of a region in order; the drill-down from the statistics walks one kind.
create index if not exists households_unrecognised_idx on public.households (region_code, id) where not recognised;
create index if not exists safeguards_kind_idx on public.safeguards (kind, region_code, household_id);

-- Matching goes by identity key; a number that was corrected is still found by its old value.
create index if not exists members_id_key_idx on public.members (id_key) where id_key is not null;
create index if not exists members_replaced_id_key_idx on public.members (replaced_id_key) where replaced_id_key is not null;
create index if not exists members_unmatched_number_idx on public.members (registry_id_number)
  where id_key is null and registry_id_number is not null;
create index if not exists renovations_id_key_idx on public.renovations (id_key) where id_key is not null;
create index if not exists relocation_entries_id_key_idx on public.relocation_entries (id_key) where id_key is not null;

-- Names: by region inside a county, by prefix over a wider region. "C" makes prefix ranges work whatever the database's collation.
create index if not exists members_region_idx on public.members (region_code, household_id);
create index if not exists members_name_idx on public.members (name collate "C");
