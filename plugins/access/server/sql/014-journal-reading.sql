-- What the page of the journal asks for.
create index if not exists journal_actor_idx on anju.journal (actor, id);
create index if not exists journal_act_idx on anju.journal (action, id) where action not in ('create', 'update', 'delete', 'open');
create index if not exists journal_household_idx on anju.journal ((detail ->> 'household_id')) where detail ? 'household_id';

/* The ID numbers that an entry holds, old and new, as they may be typed. */
create or replace function anju.journal_numbers(detail jsonb) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct upper(btrim(value))), '{}')
  from unnest(array['registry_id_number', 'corrected_id_number', 'id_number']) key
  cross join lateral jsonb_array_elements_text(
    case jsonb_typeof(detail -> key) when 'array' then detail -> key else jsonb_build_array(detail -> key) end) value
  where value is not null
$$;
create index if not exists journal_numbers_idx on anju.journal using gin (anju.journal_numbers(detail))
  where detail ?| array['registry_id_number', 'corrected_id_number', 'id_number'];

/* Which rows a household's number or a typed ID number stands for, in the auditor's region: rows that are there, and those that the
   journal tells of. Ids only; who does not audit gets none. */
create or replace function anju.journal_subjects(p_registry_number text, p_number text, p_key text)
returns table (subject_table text, subject_id bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_lo text := current_setting('anju.audit_lo', true);
  v_hi text := current_setting('anju.audit_hi', true);
begin
  if coalesce(v_hi, '') = '' then return; end if;
  return query
  with household as (
    select h.id from households h where h.registry_number = p_registry_number and h.region_code >= v_lo and h.region_code < v_hi
    union
    select m.household_id from members m where m.id_key = p_key and m.region_code >= v_lo and m.region_code < v_hi
  )
  select 'households', h.id::bigint from household h
  union select 'members', m.id from members m join household h on m.household_id = h.id
  union select 'safeguards', s.id from safeguards s join household h on s.household_id = h.id
  union select 'evidences', e.id from evidences e join household h on e.household_id = h.id
  union select 'evidences', e.id from evidences e join safeguards s on s.renovation_id = e.renovation_id join household h on s.household_id = h.id
  union select 'warnings', w.id from warnings w join household h on w.household_id = h.id
  union select 'renovations', s.renovation_id from safeguards s join household h on s.household_id = h.id where s.renovation_id is not null
  union select j.subject_table, j.subject_id from anju.journal j join household h on j.detail ->> 'household_id' = h.id::text
        where j.detail ? 'household_id' and j.subject_id is not null
  union select j.subject_table, j.subject_id from anju.journal j
        where p_number is not null and j.subject_id is not null and anju.journal_numbers(j.detail) @> array[upper(p_number)]
          and j.detail ?| array['registry_id_number', 'corrected_id_number', 'id_number'];
end $$;
revoke execute on function anju.journal_numbers(jsonb), anju.journal_subjects(text, text, text) from public;
grant execute on function anju.journal_subjects(text, text, text) to anju_app;
