-- Class "region": a row is visible and writable only inside the range that anju.enter() set. Nothing set means no rows.
do $$
declare
  t text;
begin
  foreach t in array array['households', 'members', 'safeguards', 'evidences', 'renovations', 'relocation_entries'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('drop policy if exists scope on public.%I', t);
    execute format(
      'create policy scope on public.%I to anju_app
         using (region_code >= (select current_setting(''anju.lo'', true)) and region_code < (select current_setting(''anju.hi'', true)))
         with check (region_code >= (select current_setting(''anju.lo'', true)) and region_code < (select current_setting(''anju.hi'', true)))', t);
    execute format('revoke truncate, references, trigger on public.%I from anju_app', t);
  end loop;
end $$;
