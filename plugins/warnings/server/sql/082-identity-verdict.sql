-- judgeIdNumber of the domain in SQL (GB 11643-1999); a test keeps the two equal. Judged by the rule, not stored: it depends on the day.

/* The first two digits of a number, which name a province. */
create or replace function anju.provinces() returns integer[]
language sql immutable parallel safe as $$
  select array[11,12,13,14,15,21,22,23,31,32,33,34,35,36,37,41,42,43,44,45,46,50,51,52,53,54,61,62,63,64,65,71,81,82,83]
$$;

/* Those that the configuration adds. */
create or replace function anju.added_prefixes() returns text[]
language sql stable parallel safe as $$ select array(select prefix from anju.id_prefix order by 1) $$;

create or replace function anju.province_prefixes() returns text[]
language sql stable parallel safe as $$ select anju.provinces()::text[] || anju.added_prefixes() $$;

/* The last day of a month (`YYYYMM`) as two digits. */
create or replace function anju.last_day(p_month text) returns text
language sql immutable strict parallel safe as $$
  select case when right(p_month, 2) in ('04', '06', '09', '11') then '30' when right(p_month, 2) <> '02' then '31'
    when (left(p_month, 4)::integer % 4 = 0 and left(p_month, 4)::integer % 100 <> 0) or left(p_month, 4)::integer % 400 = 0 then '29'
    else '28' end
$$;

create or replace function anju.is_birth_date(p_digits text) returns boolean
language sql immutable strict parallel safe as $$
  select p_digits >= '18000101' and substr(p_digits, 5, 2) between '01' and '12'
    and right(p_digits, 2) >= '01' and right(p_digits, 2) <= anju.last_day(left(p_digits, 6))
$$;

-- A full run judges every person of a province: these functions are single expressions over a number's bytes, which a query takes in as its
-- own ('0' is byte 48). Written as procedures they cost six times as much.

/* The check byte of 17 digits: MOD 11-2, whose weights sum to 100. */
create or replace function anju.check_byte(b bytea) returns integer
language sql immutable parallel safe as $$
  select get_byte('10X98765432'::bytea, (get_byte(b, 0) * 7 + get_byte(b, 1) * 9 + get_byte(b, 2) * 10
    + get_byte(b, 3) * 5 + get_byte(b, 4) * 8 + get_byte(b, 5) * 4 + get_byte(b, 6) * 2 + get_byte(b, 7) + get_byte(b, 8) * 6
    + get_byte(b, 9) * 3 + get_byte(b, 10) * 7 + get_byte(b, 11) * 9 + get_byte(b, 12) * 10 + get_byte(b, 13) * 5
    + get_byte(b, 14) * 8 + get_byte(b, 15) * 4 + get_byte(b, 16) * 2 - 4800) % 11)
$$;

/* Whether the digits at 6 to 13 are a day from 1800 to `p_today` (YYYYMMDD, after 1999). Only a 29 February needs its year. */
create or replace function anju.is_past_day(b bytea, p_number text, p_today text) returns boolean
language sql immutable parallel safe as $$
  select (get_byte(b, 6) = 49 and get_byte(b, 7) >= 56 or get_byte(b, 6) = 50 and substr(p_number, 7, 8) <= p_today)
    and case get_byte(b, 10) * 10 + get_byte(b, 11) - 528
      when 2 then get_byte(b, 12) * 10 + get_byte(b, 13) between 529 and 556 or anju.is_birth_date(substr(p_number, 7, 8))
      when 4 then get_byte(b, 12) * 10 + get_byte(b, 13) between 529 and 558
      when 6 then get_byte(b, 12) * 10 + get_byte(b, 13) between 529 and 558
      when 9 then get_byte(b, 12) * 10 + get_byte(b, 13) between 529 and 558
      when 11 then get_byte(b, 12) * 10 + get_byte(b, 13) between 529 and 558
      else get_byte(b, 10) * 10 + get_byte(b, 11) between 529 and 540 and get_byte(b, 12) * 10 + get_byte(b, 13) between 529 and 559 end
$$;

/* Whether a number of 17 digits and a digit or X, whose bytes are `b`, passes every rule; `p_added` are prefixes beside anju.provinces(). */
create or replace function anju.is_sound_key(p_number text, b bytea, p_today text, p_added text[]) returns boolean
language sql immutable parallel safe as $$
  select get_byte(b, 17) = anju.check_byte(b) and anju.is_past_day(b, p_number, p_today)
    and (get_byte(b, 0) * 10 + get_byte(b, 1) - 528 = any (anju.provinces()) or left(p_number, 2) = any (p_added))
$$;

/* What is wrong with a number as it was written down, and whether another can be proposed; no errors: sound. */
create or replace function anju.id_number_flaws(p_raw text, p_today text, p_prefixes text[], out errors text[], out proposal boolean)
language plpgsql immutable parallel safe as $$
declare
  plain text := coalesce(anju.plain_id_number(p_raw), '');
  form text := plain;
begin
  errors := '{}';
  proposal := false;
  if plain = '' then errors := array['missing']; return; end if;
  if plain ~ '^(9[0-9]{16}[0-9X]|[A-Za-z]{3}[0-9]{12})$' then errors := array['notCitizenId']; return; end if;
  if plain ~ '^[0-9]{17}[0-9X]$' then
    if not left(plain, 2) = any (p_prefixes) then errors := errors || 'region'::text; end if;
    if not anju.is_birth_date(substr(plain, 7, 8)) then errors := errors || 'birthDate'::text;
    elsif substr(plain, 7, 8) > p_today then errors := errors || 'birthDateFuture'::text; end if;
    if get_byte(convert_to(plain, 'UTF8'), 17) <> anju.check_byte(convert_to(plain, 'UTF8')) then errors := errors || 'checksum'::text; end if;
    return;
  end if;
  if plain ~ '^[0-9]{17}[0-9X][1-7][1-4]([Bb][0-9]{1,2})?$' then
    errors := array['disabilityCard'];
    form := left(plain, 18);
  elsif plain ~ '^[0-9]{15}$' then
    errors := array['length'];
    form := anju.id_key_slow(plain);
  else
    errors := array[case when length(plain) = 18 then 'characters' else 'length' end];
    return;
  end if;
  proposal := coalesce(anju.is_sound_key(form, convert_to(form, 'UTF8'), p_today, p_prefixes), false);
end $$;

drop function if exists anju.has_check_character(text), anju.is_sound_number(text, text, text[]);
revoke execute on function anju.provinces(), anju.added_prefixes(), anju.province_prefixes(), anju.last_day(text), anju.is_birth_date(text), anju.check_byte(bytea),
  anju.is_past_day(bytea, text, text), anju.is_sound_key(text, bytea, text, text[]), anju.id_number_flaws(text, text, text[]) from public;
