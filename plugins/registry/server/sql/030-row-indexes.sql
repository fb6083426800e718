-- In region order, and the rows of a household. Not in schema.json: Strapi's sync takes an index of several columns for changed
-- at every later schema change and creates it a second time.
create index if not exists households_region_idx on public.households (region_code, id);
create index if not exists members_household_idx on public.members (household_id);
create index if not exists safeguards_region_idx on public.safeguards (region_code, household_id);
create index if not exists evidences_household_idx on public.evidences (household_id);
create index if not exists renovations_region_idx on public.renovations (region_code, id);
create index if not exists relocation_entries_region_idx on public.relocation_entries (region_code, id);
