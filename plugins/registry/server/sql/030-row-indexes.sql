-- In region order, and the rows of a household. Not in schema.json: Strapi's sync takes an index of several columns for changed
-- at every later schema change and creates it a second time.
create index if not exists households_region_idx on public.households (region_code, id);
create index if not exists members_household_idx on public.members (household_id);
create index if not exists safeguards_region_idx on public.safeguards (region_code, household_id);
create index if not exists evidences_household_idx on public.evidences (household_id);
create index if not exists evidences_renovation_idx on public.evidences (renovation_id) where renovation_id is not null;
create index if not exists renovations_region_idx on public.renovations (region_code, id);
create index if not exists relocation_entries_region_idx on public.relocation_entries (region_code, id);

-- Strapi gives every content type indexes of its own columns. Nothing asks for people's rows by them, and each write had to keep them. An update
-- that changes a content type makes them once more before this. Who deletes an account of the panel has people's rows read once, for their keys.
do $$
declare
  t text;
begin
  foreach t in array array['households', 'members', 'safeguards', 'evidences', 'renovations', 'relocation_entries'] loop
    execute format('drop index if exists public.%I, public.%I, public.%I', t || '_documents_idx', t || '_created_by_id_fk', t || '_updated_by_id_fk');
  end loop;
end $$;
