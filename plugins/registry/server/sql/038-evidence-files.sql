-- What was sent of a piece of evidence, and how it is shown.
select anju.ensure_constraint('public.evidences', 'evidences_rotation_known', 'check (rotation in (0, 90, 180, 270))');
select anju.ensure_constraint('public.evidences', 'evidences_page_count_positive', 'check (page_count > 0)');

/* A file that is sent once more, after a lost connection or by mistake, is the evidence that stands there already. */
create unique index if not exists evidences_source_uq on public.evidences (household_id, category, source_hash)
  where deleted_at is null and source_hash is not null;
create unique index if not exists evidences_archive_source_uq on public.evidences (renovation_id, category, source_hash)
  where renovation_id is not null and deleted_at is null and source_hash is not null;
