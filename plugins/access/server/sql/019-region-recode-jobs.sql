-- What a region change takes along beside the register: accounts, imports with what they changed, exports, samples, announcements …

/* States in which an import waits for its worker or its user. */
create or replace function anju.waiting_imports() returns text[]
language sql immutable parallel safe as $$ select array['queued', 'unmapped', 'checked', 'commitQueued', 'undoQueued'] $$;

create or replace function anju.recode_accounts(p_change bigint) returns bigint
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_accounts bigint;
begin
  update up_users t set region_code = m.into_code from region_change_code m where m.change = p_change and m.code = t.region_code;
  get diagnostics v_accounts = row_count;
  return v_accounts;
end $$;

/* Tables whose rows follow their code and nothing else does. */
create or replace function anju.recode_bound_rows(p_change bigint) returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_table text;
begin
  update export_job e set filter = jsonb_set(e.filter, '{regionCode}', to_jsonb(m.into_code))
  from region_change_code m where m.change = p_change and e.filter ->> 'regionCode' = m.code;
  foreach v_table in array array['township_request', 'options', 'announcements', 'export_job', 'special_case_batch', 'review_sample',
                                 'review_sample_item', 'unlinked_archive', 'import_change'] loop
    execute format('update %I t set region_code = m.into_code from region_change_code m where m.change = $1 and m.code = t.region_code', v_table)
      using p_change;
  end loop;
end $$;

/* Of what a row was, the places that have another code now. */
create or replace function anju.recoded_place(p_before jsonb, p_from text, p_into text) returns jsonb
language sql immutable as $$
  select coalesce(jsonb_object_agg(field, p_into), '{}') from unnest(array['region_code', 'registry_region_code']) field where p_before ->> field = p_from
$$;

/* Imports go with their region; one that is taken back puts its rows where they stand today, and what a list said of an archive's place is no correction. */
create or replace function anju.recode_imports(p_change bigint) returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  c_open constant text[] := array['queued', 'checking', 'unmapped', 'checked', 'commitQueued', 'committing'];
  v_place text;
begin
  -- The same list may wait in both of two merged regions: one of them is enough.
  update import_batch b set state = 'cancelled', finished_at = now(), message = '行政区划合并后，与同一份名单重复，已取消'
  from region_change_code m
  where m.change = p_change and m.code = b.region_code and b.state = any (c_open)
    and exists (select from import_batch o where o.id <> b.id and o.kind = b.kind and o.content_hash = b.content_hash and o.state = any (c_open)
      and (o.region_code = m.into_code
           or (o.id < b.id and exists (select from region_change_code n where n.change = p_change and n.code = o.region_code and n.into_code = m.into_code))));
  update import_batch t set region_code = m.into_code from region_change_code m where m.change = p_change and m.code = t.region_code;
  foreach v_place in array array['{region_code}', '{registry_region_code}', '{imported,region_code}'] loop
    update import_change c set before = jsonb_set(c.before, v_place::text[], to_jsonb(m.into_code))
    from region_change_code m where m.change = p_change and c.before #>> v_place::text[] = m.code;
  end loop;
  update renovations r set imported = jsonb_set(r.imported, '{region_code}', to_jsonb(m.into_code))
  from region_change_code m where m.change = p_change and r.imported ->> 'region_code' = m.code;
end $$;

/*
 * A list that speaks for a county speaks, too, for a new county that gets something of it and for the one that it is merged into; for the
 * county itself as long as it is in force. A county that was there before and gets a part stays as its own lists have it.
 * Where rules wake in a county that was there before, its other rows must be judged as well.
 */
create or replace function anju.recode_coverage(p_change bigint, p_created jsonb, p_numbers jsonb) returns void
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_moves jsonb := (
    select coalesce(jsonb_agg(distinct jsonb_build_object('code', left(p.code, 6), 'into', left(p.into_code, 6))), '[]')
    from (
      select m.code, m.into_code from region_change_code m where m.change = p_change
      union all select n."from", n.into_code from jsonb_to_recordset(p_numbers) n ("from" text, into_code text)
    ) p where left(p.code, 6) <> left(p.into_code, 6) and length(p.code) >= 6
      and (exists (select from jsonb_to_recordset(p_created) n (code text) where n.code = left(p.into_code, 6))
        or exists (select from region_change_code m where m.change = p_change and m.code = left(p.code, 6) and m.into_code = left(p.into_code, 6))));
begin
  if exists (
    select from jsonb_to_recordset(v_moves) v (code text, "into" text) join import_batch b on v.code = any (b.counties)
    where b.state = any (anju.standing_imports()) and v."into" not in (select county from anju.covered_counties(b.kind))
      and not exists (select from jsonb_to_recordset(p_created) n (code text) where n.code = v."into")) then
    perform anju.warnings_touched_widely();
  end if;
  update import_batch b set counties = array(
    select county from unnest(b.counties) county
    where not exists (select from region_change_code m where m.change = p_change and m.code = county)
    union
    select v."into" from jsonb_to_recordset(v_moves) v (code text, "into" text) where v.code = any (b.counties)
    order by 1)
  where b.counties && array(select v.code from jsonb_to_recordset(v_moves) v (code text));
end $$;

revoke execute on function anju.recode_accounts(bigint), anju.recode_bound_rows(bigint), anju.recoded_place(jsonb, text, text),
  anju.recode_imports(bigint), anju.recode_coverage(bigint, jsonb, jsonb), anju.waiting_imports() from public;
