-- The archive's own list in region order under one condition, the archives that wait to be completed, and names over a wide region.
create index if not exists renovations_poverty_type_idx on public.renovations (poverty_type, region_code, id);
create index if not exists renovations_plan_year_idx on public.renovations (plan_year, region_code, id);
create index if not exists renovations_mode_idx on public.renovations (renovation_mode, region_code, id);
create index if not exists renovations_name_idx on public.renovations (head_name collate "C");
create index if not exists renovations_unmatched_number_idx on public.renovations (id_number) where id_key is null and id_number is not null;
create index if not exists safeguards_archive_incomplete_idx on public.safeguards (region_code, household_id) where archive_incomplete;
