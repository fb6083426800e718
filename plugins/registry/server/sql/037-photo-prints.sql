-- Perceptual prints of photos, and photos that look the same as another one (docs/decisions/0010-photo-prints.md).

/* Photos that look alike carry the same value; null as long as a photo stands by its content alone. */
alter table public.evidences add column if not exists look_hash text;

create table if not exists anju.photo_print (
  evidence_id integer primary key references public.evidences (id) on delete cascade,
  household_id integer not null,
  region_code text not null,
  /* Null: the picture has no contrast, or its file cannot be read. */
  print bit(256),
  /* Looked at when everything that was uploaded at the same moment was visible. */
  settled boolean not null,
  printed_at timestamptz not null default now(),
  foreign key (household_id, region_code) references public.households (id, region_code) on update cascade on delete cascade
);
create index if not exists photo_print_household_idx on anju.photo_print (household_id);
create index if not exists photo_print_unsettled_idx on anju.photo_print (printed_at) where not settled;
alter table anju.photo_print enable row level security;
drop policy if exists scope on anju.photo_print;
create policy scope on anju.photo_print to anju_app
  using (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)))
  with check (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)));
grant select on anju.photo_print to anju_app;

/* Eight bands of 16 bits, each with its number: prints that are near share at least one. */
create or replace function anju.print_keys(p_print bit) returns integer[]
language sql immutable strict parallel safe as $$
  select array[
    substring(p_print from 1 for 16)::bit(16)::integer,
    substring(p_print from 17 for 16)::bit(16)::integer + 65536,
    substring(p_print from 33 for 16)::bit(16)::integer + 131072,
    substring(p_print from 49 for 16)::bit(16)::integer + 196608,
    substring(p_print from 65 for 16)::bit(16)::integer + 262144,
    substring(p_print from 81 for 16)::bit(16)::integer + 327680,
    substring(p_print from 97 for 16)::bit(16)::integer + 393216,
    substring(p_print from 113 for 16)::bit(16)::integer + 458752]
$$;
-- Without GIN's list of pending entries, which every search would read from end to end.
create index if not exists photo_print_keys_idx on anju.photo_print using gin (anju.print_keys(print)) with (fastupdate = off) where print is not null;

/* Differing bits of 256 up to which two photos count as the same. */
create or replace function anju.near_print() returns integer language sql immutable parallel safe as $$ select 36 $$;

/*
 * The look of the photo of the whole node that is nearest to one of the prints, deleted ones included, so that the group stays one;
 * null when none is near.
 */
create or replace function anju.nearest_look(p_evidence integer, p_prints bit(256)[]) returns text
language plpgsql stable set search_path = pg_catalog, public, anju, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  v_look text;
begin
  with band as materialized (
    select key, array_agg(print) as prints from unnest(p_prints) print, unnest(anju.print_keys(print)) key group by key
  ), found as materialized (
    select p.evidence_id, p.print, band.prints
    from band cross join lateral (
      select k.evidence_id, k.print from anju.photo_print k where k.print is not null and anju.print_keys(k.print) && array[band.key]
    ) p
    where p.evidence_id <> p_evidence
    limit 20000
  )
  select coalesce(e.look_hash, e.content_hash) into v_look
  from (
    -- Most share a band by chance: far from the print that has it, they are not compared with all the others.
    select distinct f.evidence_id, f.print from found f
    where exists (select from unnest(f.prints) shared (print) where bit_count(f.print # shared.print) <= 100)
  ) candidate
  cross join lateral (select min(bit_count(candidate.print # asked.print)) as distance from unnest(p_prints) asked (print)) near
  join public.evidences e on e.id = candidate.evidence_id
  where near.distance <= anju.near_print()
  order by near.distance, candidate.evidence_id limit 1;
  return v_look;
end $$;

/*
 * Keeps the print of a photo of the caller's range (the first of p_prints; none for a picture without contrast or file) and gives the
 * photo the look of the nearest one on the node. Answers nothing: what lies elsewhere is told by the warning alone.
 */
create or replace function anju.place_photo(p_evidence integer, p_prints bit(256)[], p_settled boolean) returns void
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_look text;
begin
  insert into anju.photo_print as kept (evidence_id, household_id, region_code, print, settled)
  select e.id, e.household_id, e.region_code, p_prints[1], p_settled
  from public.evidences e where e.id = p_evidence and anju.in_scope(e.region_code)
  on conflict (evidence_id) do update set print = coalesce(excluded.print, kept.print), settled = excluded.settled;
  if not found or p_prints[1] is null then return; end if;
  v_look := anju.nearest_look(p_evidence, p_prints);
  update public.evidences e set look_hash = v_look
  where e.id = p_evidence and v_look <> coalesce(e.look_hash, e.content_hash);
end $$;

revoke execute on function anju.print_keys(bit), anju.near_print(), anju.nearest_look(integer, bit(256)[]),
  anju.place_photo(integer, bit(256)[], boolean) from public;
grant execute on function anju.place_photo(integer, bit(256)[], boolean) to anju_app;

/* Only place_photo says what a photo looks like. */
create or replace function anju.refuse_look_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user = 'anju_app' then
    raise exception 'The look of evidence % is not the application''s to write', new.id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
revoke execute on function anju.refuse_look_change() from public;
create or replace trigger b_refuse_look_insert before insert on public.evidences for each row
  when (new.look_hash is not null) execute function anju.refuse_look_change();
create or replace trigger b_refuse_look_update before update on public.evidences for each row
  when (old.look_hash is distinct from new.look_hash) execute function anju.refuse_look_change();
