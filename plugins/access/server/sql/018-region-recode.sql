-- One region change: codes, names, and everything that is bound to the codes, in one transaction and one entry of the journal.

/* What a change of these codes would touch in the configurator's own region; counts only. `missing`: 户编号 that do not stand there. */
create or replace function anju.region_change_effect(p_codes text[], p_village text, p_numbers text[]) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_region text := anju.configured_region();
begin
  if v_region is null or exists (select from unnest(p_codes || p_village) code where not starts_with(code, v_region)) then
    raise exception 'Only a configurator changes regions, and those below its own only' using errcode = 'insufficient_privilege';
  end if;
  return (
    with moved as (
      select h.id, h.recognised from households h where h.region_code = any (p_codes)
      union
      select h.id, h.recognised from households h where h.region_code = p_village and h.registry_number = any (p_numbers)
    )
    select jsonb_build_object(
      'households', (select count(*) from moved),
      'recognised', (select count(*) from moved where recognised),
      'approved', (select count(*) from safeguards s join moved m on m.id = s.household_id
                   where s.review_state in ('townshipApproved', 'countyApproved')),
      'archives', (select count(*) from renovations r where r.region_code = any (p_codes)),
      'relocationEntries', (select count(*) from relocation_entries r where r.region_code = any (p_codes)),
      'accounts', (select count(*) from up_users u where u.region_code = any (p_codes)),
      'drafts', (select count(*) from draft d join moved m on m.id = d.household_id),
      'warnings', (select count(*) from warnings w where w.state not in ('cleared', 'dismissed', 'accepted')
                   and (w.household_id in (select id from moved) or (w.household_id is null and w.region_code = any (p_codes)))),
      'jobs', (select count(*) from import_batch b where b.region_code = any (p_codes) and b.state = any (anju.waiting_imports()))
            + (select count(*) from export_job e where e.region_code = any (p_codes) and e.state in ('queued', 'done')),
      'missing', (select coalesce(jsonb_agg(number), '[]') from unnest(p_numbers) number
                  where not exists (select from households h where h.region_code = p_village and h.registry_number = number))));
end $$;

/* Rows of a table follow their code; in parts, so that what the rules of warnings must see again is noted row by row. */
create or replace function anju.recode_table(p_change bigint, p_table text) returns bigint
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_rows bigint;
  v_all bigint := 0;
begin
  loop
    execute format(
      'update %1$I t set region_code = part.into_code
       from (select r.id, m.into_code from %1$I r join region_change_code m on m.change = $1 and m.code = r.region_code
             order by r.id limit 4000) part
       where t.id = part.id', p_table) using p_change;
    get diagnostics v_rows = row_count;
    v_all := v_all + v_rows;
    exit when v_rows = 0;
  end loop;
  return v_all;
end $$;

/* Households with all that hangs on them, in parts like any table; what the list said of their place follows too, so that the next list moves nobody. */
create or replace function anju.recode_households(p_change bigint, p_numbers jsonb) returns bigint
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_rows bigint;
  v_all bigint := 0;
begin
  loop
    update households h set region_code = part.into_code, registry_region_code = coalesce(part.listed, h.registry_region_code)
    from (
      select r.id, m.into_code, l.into_code as listed
      from households r join region_change_code m on m.change = p_change and m.code = r.region_code
      left join region_change_code l on l.change = p_change and l.code = r.registry_region_code
      order by r.id limit 4000
    ) part
    where h.id = part.id;
    get diagnostics v_rows = row_count;
    v_all := v_all + v_rows;
    exit when v_rows = 0;
  end loop;
  -- Whom a clerk moved elsewhere: the list still says this place.
  update households h set registry_region_code = m.into_code
  from region_change_code m where m.change = p_change and m.code = h.registry_region_code;
  -- An import that is taken back leaves a household in the village that it went to.
  with moved as (
    update households h set region_code = n.into_code,
      registry_region_code = case when h.registry_region_code = h.region_code then n.into_code else h.registry_region_code end
    from jsonb_to_recordset(p_numbers) n ("from" text, number text, into_code text)
    where h.registry_number = n.number and h.region_code = n."from"
    returning h.id, n."from", n.into_code
  ), rebound as (
    update import_change c set region_code = m.into_code, before = c.before || anju.recoded_place(c.before, m."from", m.into_code)
    from moved m where c.table_name = 'households' and c.row_id = m.id
  ), rebound_parts as (
    update import_change c set region_code = m.into_code
    from moved m join (
      select 'members' as table_name, x.id, x.household_id from members x union all select 'safeguards', x.id, x.household_id from safeguards x
    ) part on part.household_id = m.id
    where c.table_name = part.table_name and c.row_id = part.id
  )
  select count(*) into v_rows from moved;
  update draft d set fields = jsonb_set(d.fields, '{regionCode}', to_jsonb(m.into_code))
  from region_change_code m where m.change = p_change and d.fields ->> 'regionCode' = m.code;
  return v_all + v_rows;
end $$;

/* The regions themselves: new ones, new names, retired codes (earlier ones are led on to the one of today), and full names. */
create or replace function anju.rewrite_regions(p_change bigint, p_created jsonb, p_renamed jsonb) returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  today constant date := (now() at time zone 'Asia/Shanghai')::date;
begin
  insert into region_former_name (change, code, name, until)
  select p_change, r.code, r.name, today from regions r join jsonb_to_recordset(p_renamed) n (code text, name text) using (code)
  where r.name <> n.name;
  update regions r set name = n.name, updated_at = now() from jsonb_to_recordset(p_renamed) n (code text, name text) where n.code = r.code;
  insert into regions (document_id, created_at, updated_at, published_at, code, name, full_name, level, kind, parent_code, valid_from)
  select substr(md5(n.code || clock_timestamp()), 1, 24), now(), now(), now(), n.code, n.name, n.name, n.level, n.kind, n."parentCode", today
  from jsonb_to_recordset(p_created) n (code text, name text, level integer, kind text, "parentCode" text);
  update regions r set merged_into = m.into_code, valid_to = today, updated_at = now()
  from region_change_code m where m.change = p_change and m.code = r.code;
  update regions r set merged_into = m.into_code from region_change_code m where m.change = p_change and m.code = r.merged_into;
  update regions r set full_name = (
    select string_agg(a.name, '' order by length(a.code)) from regions a
    where a.code in (left(r.code, 2), left(r.code, 4), left(r.code, 6), left(r.code, 9), r.code)
      and a.kind not in ('municipalityGroup', 'directCountyGroup'))
  where r.code in (
    select n.code from jsonb_to_recordset(p_created) n (code text)
    union all
    select below.code from jsonb_to_recordset(p_renamed) n (code text) join regions below on starts_with(below.code, n.code));
end $$;

/* Refuses what no preview would offer: another region's codes, another level or province, a retired or unknown target, a chain. */
create or replace function anju.check_region_change(p_change bigint, p_created jsonb, p_renamed jsonb, p_numbers jsonb) returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_region text := anju.configured_region();
  v_wrong text;
begin
  select code into v_wrong from (
    select m.code from region_change_code m
    where m.change = p_change and (
      length(m.code) <> length(m.into_code) or m.code = m.into_code or left(m.code, 2) <> left(m.into_code, 2)
      or not exists (select from regions r where r.code = m.code and r.merged_into is null)
      or not exists (select from regions r where r.code = m.into_code and r.merged_into is null
                     union all select from jsonb_to_recordset(p_created) n (code text) where n.code = m.into_code)
      or exists (select from region_change_code n where n.change = p_change and n.code = m.into_code))
    union all
    select n.code from jsonb_to_recordset(p_created) n (code text) where exists (select from regions r where r.code = n.code)
    union all
    select n.code from jsonb_to_recordset(p_renamed) n (code text)
    where not exists (select from regions r where r.code = n.code and r.merged_into is null)
    union all
    -- Nothing may stay below a code that goes.
    select r.code from region_change_code m join regions r on r.parent_code = m.code and r.merged_into is null
    where m.change = p_change and not exists (select from region_change_code n where n.change = p_change and n.code = r.code)
  ) wrong limit 1;
  if v_wrong is not null then
    raise exception 'Region % cannot be changed in this way', v_wrong using errcode = 'serialization_failure';
  end if;
  if v_region is null or exists (
    select from (
      select unnest(array[m.code, m.into_code]) as code from region_change_code m where m.change = p_change
      union all select n.code from jsonb_to_recordset(p_created || p_renamed) n (code text)
      union all select unnest(array[n."from", n.into_code]) from jsonb_to_recordset(p_numbers) n ("from" text, into_code text)
    ) touched where not starts_with(touched.code, v_region) or touched.code = v_region) then
    raise exception 'Only a configurator changes regions, and those below its own only' using errcode = 'insufficient_privilege';
  end if;
end $$;

/* Regions are changed by one alone, and while nobody binds a row to one. Who waits keeps savers waiting, too: so a second at a time. */
create or replace function anju.lock_regions() returns void
language plpgsql set search_path = pg_catalog, anju, pg_temp set lock_timeout = '1s' as $$
begin
  for v_try in 1..4 loop
    begin
      perform pg_advisory_xact_lock(anju.region_lock());
      return;
    exception when lock_not_available then
      perform pg_sleep(0.2);
    end;
  end loop;
  raise exception '有名单正在检查或写入，或有人正在保存，没有调整，请稍后再试' using errcode = 'AN422';
end $$;

/* Makes the change and answers its number; null while a list is being checked or written, or an export runs, in one of the regions. */
create or replace function anju.change_regions(p_plan jsonb, p_actor_name text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_change bigint;
  v_created jsonb := p_plan -> 'created';
  v_renamed jsonb := p_plan -> 'renamed';
  v_numbers jsonb := p_plan -> 'numbers';
  v_counts jsonb;
begin
  perform anju.lock_regions();
  insert into region_change (actor, actor_name, kind, subject, summary, reason, transaction)
  values (anju.actor(), p_actor_name, p_plan ->> 'kind', p_plan ->> 'subject', p_plan ->> 'summary', p_plan ->> 'reason', pg_current_xact_id())
  returning id into v_change;
  insert into region_change_code (change, code, into_code)
  select v_change, c.code, c."into" from jsonb_to_recordset(p_plan -> 'codes') c (code text, "into" text);
  perform anju.check_region_change(v_change, v_created, v_renamed, v_numbers);
  if exists (select from import_batch b join region_change_code m on m.change = v_change and m.code = b.region_code
      where b.state in ('checking', 'committing', 'undoing'))
    or exists (select from export_job e join region_change_code m on m.change = v_change and m.code = e.region_code where e.state = 'running') then
    return null;
  end if;
  perform set_config('anju.recoding', v_change::text, true);
  -- The counts of today so far stay with the old codes.
  perform pg_advisory_xact_lock(anju.statistics_lock());
  perform anju.keep_statistics_day();
  perform anju.rewrite_regions(v_change, v_created, v_renamed);
  v_counts := jsonb_build_object('households', anju.recode_households(v_change, v_numbers));
  update warnings w set region_code = m.into_code
  from region_change_code m where m.change = v_change and m.code = w.region_code and w.household_id is null;
  v_counts := v_counts || jsonb_build_object(
    'archives', anju.recode_table(v_change, 'renovations'),
    'relocationEntries', anju.recode_table(v_change, 'relocation_entries'),
    'accounts', anju.recode_accounts(v_change));
  perform anju.recode_bound_rows(v_change);
  perform anju.recode_imports(v_change);
  perform anju.recode_coverage(v_change, v_created, v_numbers);
  perform anju.recheck_touched_warnings();
  perform anju.rebase_statistics_days(
    (select coalesce(jsonb_agg(jsonb_build_object('code', m.code, 'into', m.into_code)), '[]') from region_change_code m where m.change = v_change)
    || (select coalesce(jsonb_agg(distinct jsonb_build_object('code', n."from", 'into', n.into_code)), '[]')
        from jsonb_to_recordset(v_numbers) n ("from" text, into_code text)));
  update region_change set transaction = null, counts = v_counts where id = v_change;
  perform set_config('anju.recoding', '', true);
  insert into journal (actor, request, region_code, action, subject_table, subject_id, detail)
  values (anju.actor(), nullif(current_setting('anju.request', true), ''), left(p_plan ->> 'subject', 6), 'changeRegions', 'regions', v_change,
    jsonb_build_object('kind', p_plan ->> 'kind', 'summary', p_plan ->> 'summary', 'reason', p_plan ->> 'reason', 'counts', v_counts,
      'codes', (select coalesce(jsonb_agg(m.code || '→' || m.into_code order by m.code), '[]') from region_change_code m where m.change = v_change)));
  return v_change;
end $$;

revoke execute on function anju.region_change_effect(text[], text, text[]), anju.recode_table(bigint, text), anju.recode_households(bigint, jsonb),
  anju.rewrite_regions(bigint, jsonb, jsonb), anju.check_region_change(bigint, jsonb, jsonb, jsonb), anju.lock_regions(),
  anju.change_regions(jsonb, text) from public;
grant execute on function anju.region_change_effect(text[], text, text[]), anju.change_regions(jsonb, text) to anju_app;
