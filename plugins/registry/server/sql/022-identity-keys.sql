-- The matching key of a person (idKey of the domain): a changed rule gets a new function and a new column in a later step,
-- because PostgreSQL does not recompute stored values when a function is replaced.

/* GB 11643-1999: the check character that follows 17 digits (ISO 7064 MOD 11-2). */
create or replace function anju.id_check_character(digits text) returns text
language sql immutable strict parallel safe as $$
  select substr('10X98765432', (sum(substr(digits, place::integer, 1)::integer * weight) % 11)::integer + 1, 1)
  from unnest(array[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) with ordinality as w (weight, place)
$$;

/* Full-width forms folded; spaces, zero-width characters, apostrophes and hyphens dropped (normaliseIdNumber of the domain); x upper case. */
create or replace function anju.plain_id_number(raw text) returns text
language sql immutable strict parallel safe as $$
  select replace(regexp_replace(normalize(raw, nfkc),
    '[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff''\u2019\u002d]', '', 'g'), 'x', 'X')
$$;

create or replace function anju.id_key_slow(raw text) returns text
language plpgsql immutable parallel safe as $$
declare
  plain text := anju.plain_id_number(raw);
begin
  if plain ~ '^[0-9]{17}[0-9X]$' then return plain; end if;
  if plain ~ '^[0-9]{17}[0-9X][1-7][1-4]([Bb][0-9]{1,2})?$' then return left(plain, 18); end if;
  if plain ~ '^[0-9]{15}$' and right(plain, 3) not between '996' and '999' then
    plain := left(plain, 6) || '19' || right(plain, 9);
    return plain || anju.id_check_character(plain);
  end if;
  return null;
end $$;

/* Most numbers are plain already; folding is the expensive part. */
create or replace function anju.id_key(raw text) returns text
language sql immutable parallel safe as $$
  select case when raw ~ '^[0-9]{17}[0-9X]$' then raw else anju.id_key_slow(raw) end
$$;

-- A writer computes generated columns with its own rights.
grant execute on function anju.id_check_character(text), anju.plain_id_number(text), anju.id_key_slow(text), anju.id_key(text) to anju_app;

alter table public.members add column if not exists id_key text
  generated always as (anju.id_key(coalesce(nullif(corrected_id_number, ''), registry_id_number))) stored;
/* The key of a number that a correction replaced: the person is still found by it. */
alter table public.members add column if not exists replaced_id_key text
  generated always as (case when nullif(corrected_id_number, '') is not null then anju.id_key(registry_id_number) end) stored;
alter table public.renovations add column if not exists id_key text generated always as (anju.id_key(id_number)) stored;
/* An entry that the list no longer names matches nobody. PostgreSQL before 17 changes no expression: an older column is made anew, with its index (025). */
do $$
begin
  if exists (
    select from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
    where d.adrelid = 'public.relocation_entries'::regclass and a.attname = 'id_key' and pg_get_expr(d.adbin, d.adrelid) not like '%vanished_at%'
  ) then
    alter table public.relocation_entries drop column id_key;
  end if;
end $$;
alter table public.relocation_entries add column if not exists id_key text
  generated always as (case when vanished_at is null then anju.id_key(id_number) end) stored;
