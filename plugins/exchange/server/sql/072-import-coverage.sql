-- Which counties a committed list speaks for: a rule that misses somebody on a list sleeps where no list was committed yet.
alter table anju.import_batch drop constraint if exists import_batch_kind_check;
alter table anju.import_batch add constraint import_batch_kind_check
  check (kind in ('household', 'relocation', 'renovation', 'recognition'));
alter table anju.import_batch add column if not exists counties text[];

-- Batches of earlier versions did not name their counties, but their households do.
update anju.import_batch b set counties = array(
    select distinct left(h.registry_region_code, 6) from public.households h
    where h.import_batch_id = b.id and h.registry_region_code is not null order by 1)
where b.counties is null and b.kind = 'household' and b.state = 'committed';
