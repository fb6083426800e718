-- Messages to a region: written for the writer's own region and below (class region), read by everybody whose region lies inside.
alter table public.announcements enable row level security;
drop policy if exists scope on public.announcements;
create policy scope on public.announcements to anju_app
  using (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)))
  with check (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)));
revoke truncate, references, trigger on public.announcements from anju_app;

create or replace trigger a_fill_row before insert on public.announcements for each row execute function anju.fill_row();
create or replace trigger a_stamp_row before update on public.announcements for each row execute function anju.stamp_row();
create or replace trigger journal_insert after insert on public.announcements
  referencing new table as new_rows for each statement execute function anju.journal_insert();
create or replace trigger journal_update after update on public.announcements
  referencing old table as old_rows new table as new_rows for each statement execute function anju.journal_update();
create or replace trigger journal_delete after delete on public.announcements
  referencing old table as old_rows for each statement execute function anju.journal_delete();

/* What is announced today to the caller's own region: by it or by those above, whose rows lie outside the caller's range. */
create or replace function anju.announced_today(p_today date)
returns table (id integer, title text, body text, region_code text, valid_from date, valid_to date, author_name text)
language sql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
  select a.id, a.title::text, a.text, a.region_code::text, a.valid_from, a.valid_to, a.author_name::text
  from announcements a join up_users u on u.id = anju.actor() and starts_with(u.region_code, a.region_code)
  where a.withdrawn_at is null and p_today between a.valid_from and a.valid_to
$$;
revoke execute on function anju.announced_today(date) from public;
grant execute on function anju.announced_today(date) to anju_app;
