-- A stored file is never replaced: another picture is another piece of evidence.
create or replace function anju.refuse_evidence_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'The file of evidence % cannot be replaced', old.id using errcode = 'integrity_constraint_violation';
end $$;
revoke execute on function anju.refuse_evidence_change() from public;

create or replace trigger b_refuse_evidence_change before update on public.evidences for each row
  when ((old.household_id, old.renovation_id, old.storage_key, old.thumbnail_key, old.content_hash, old.size_bytes, old.mime_type)
        is distinct from (new.household_id, new.renovation_id, new.storage_key, new.thumbnail_key, new.content_hash, new.size_bytes, new.mime_type))
  execute function anju.refuse_evidence_change();
