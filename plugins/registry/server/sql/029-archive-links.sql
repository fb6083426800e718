-- What a safeguard is linked to: one archive, one household; and nothing that its writer cannot see.
create unique index if not exists safeguards_renovation_uq on public.safeguards (renovation_id) where renovation_id is not null;

/* A link is made only to a relocation entry that its writer can see: runs with the writer's own rights. */
create or replace function anju.check_relocation_link() returns trigger
language plpgsql as $$
begin
  if new.relocation_entry_id is null then return new; end if;
  if tg_op = 'UPDATE' and old.relocation_entry_id is not distinct from new.relocation_entry_id then return new; end if;
  if not exists (select from public.relocation_entries r where r.id = new.relocation_entry_id) then
    raise exception 'relocation entry % does not exist or lies outside the scope', new.relocation_entry_id
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function anju.check_relocation_link() from public;

create or replace trigger b_check_relocation_link before insert or update on public.safeguards
  for each row execute function anju.check_relocation_link();
