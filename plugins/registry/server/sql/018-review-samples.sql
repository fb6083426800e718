-- Samples drawn for a check (抽查): what was drawn from, the seed, what was found, and who signed it.
create table if not exists anju.review_sample (
  id integer generated always as identity primary key,
  region_code text not null,
  creator integer not null default anju.actor(),
  at timestamptz not null default now(),
  level text not null check (level in ('township', 'county')),
  states text[] not null,
  kinds text[],
  percent numeric(5, 2) not null,
  seed text not null,
  population integer[] not null,
  conclusion text,
  signed_at timestamptz,
  report_hash text,
  check ((signed_at is null) = (report_hash is null))
);
/* The region by the code that it had when the sample was drawn: that is signed, whatever the region is called by later. */
alter table anju.review_sample add column if not exists drawn_region text;
update anju.review_sample s set drawn_region = coalesce(
  (select j.region_code from anju.journal j where j.action = 'drawSample' and j.subject_table = 'review_sample' and j.subject_id = s.id), s.region_code)
where s.drawn_region is null;
alter table anju.review_sample alter column drawn_region set not null;
create index if not exists review_sample_region_idx on anju.review_sample (region_code, id);

/* A household as it stood when it was drawn; `place` is its rank in the draw. */
create table if not exists anju.review_sample_item (
  sample integer not null references anju.review_sample (id),
  household_id integer not null,
  place integer not null,
  region_code text not null,
  version integer not null,
  head_name text not null,
  kind text not null,
  entry_person text not null,
  entered_by integer,
  verdict text check (verdict in ('passed', 'faulty')),
  note text,
  primary key (sample, household_id)
);

do $$
declare
  t text;
begin
  foreach t in array array['review_sample', 'review_sample_item'] loop
    execute format('alter table anju.%I enable row level security', t);
    execute format('drop policy if exists scope on anju.%I', t);
    execute format(
      'create policy scope on anju.%I to anju_app
         using (region_code >= (select current_setting(''anju.lo'', true)) and region_code < (select current_setting(''anju.hi'', true)))
         with check (region_code >= (select current_setting(''anju.lo'', true)) and region_code < (select current_setting(''anju.hi'', true)))', t);
    execute format('grant select, insert on anju.%I to anju_app', t);
  end loop;
end $$;

-- Of a sample only its findings and its signature are ever written again, by who drew it, and nothing once it is signed.
grant update (conclusion, signed_at, report_hash) on anju.review_sample to anju_app;
grant update (verdict, note) on anju.review_sample_item to anju_app;
drop policy if exists own_made on anju.review_sample;
create policy own_made on anju.review_sample as restrictive for insert to anju_app with check (creator = (select anju.actor()));
drop policy if exists own_signed on anju.review_sample;
create policy own_signed on anju.review_sample as restrictive for update to anju_app
  using (creator = (select anju.actor()) and signed_at is null) with check (creator = (select anju.actor()));
drop policy if exists own_made on anju.review_sample_item;
create policy own_made on anju.review_sample_item as restrictive for insert to anju_app
  with check (exists (select from anju.review_sample s where s.id = sample and s.creator = (select anju.actor()) and s.signed_at is null));
drop policy if exists own_judged on anju.review_sample_item;
create policy own_judged on anju.review_sample_item as restrictive for update to anju_app
  using (exists (select from anju.review_sample s where s.id = sample and s.creator = (select anju.actor()) and s.signed_at is null)
    and entered_by is distinct from (select anju.actor()));
