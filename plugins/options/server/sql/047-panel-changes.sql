-- Strapi's panel writes options without the doors of 选项维护: what those refuse is refused here, and what it changes is kept as a
-- change like any other (SQLSTATE AN422 is told to whoever asked, in its own words), so that forms follow, configurators see it and can take it back.

create or replace function anju.is_panel() returns boolean
language sql stable as $$ select starts_with(coalesce(current_setting('anju.request', true), ''), 'panel:') $$;

create or replace function anju.guard_panel_option() returns trigger
language plpgsql set search_path = pg_catalog, public, anju, pg_temp as $$
begin
  if not anju.is_panel() then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then
    raise exception '选项不能删除，请停用' using errcode = 'AN422';
  elsif tg_op = 'INSERT' then
    if new.core then raise exception '不能新增全国核心选项' using errcode = 'AN422'; end if;
    if new.region_code is null then raise exception '新增的选项要写明行政区划' using errcode = 'AN422'; end if;
  elsif (new.list_key, new.key, new.core, new.region_code) is distinct from (old.list_key, old.key, old.core, old.region_code) then
    raise exception '选项的列表、标识和所属区划不能修改' using errcode = 'AN422';
  elsif new.key = 'other' and (not new.enabled or new.valid_to is not null or (old.requires_note and not new.requires_note)) then
    raise exception '“其他”不能停用，也不能不要求说明' using errcode = 'AN422';
  end if;
  if nullif(btrim(new.label), '') is null then raise exception '请填写选项名称' using errcode = 'AN422'; end if;
  return new;
end $$;
create or replace trigger guard_panel_option before insert or update or delete on public.options
  for each row execute function anju.guard_panel_option();

/* An option as the doors tell it (the contract optionRow). */
create or replace function anju.option_json(o public.options) returns jsonb
language sql stable as $$
  select jsonb_build_object('id', o.id, 'listKey', o.list_key, 'key', o.key, 'label', o.label, 'rank', o.rank, 'enabled', o.enabled,
    'requiresNote', o.requires_note, 'core', o.core, 'regionCode', o.region_code, 'validFrom', o.valid_from, 'validTo', o.valid_to, 'version', 0)
$$;

create or replace function anju.keep_panel_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_after jsonb := anju.option_json(new);
  v_before jsonb := case when tg_op = 'UPDATE' then anju.option_json(old) end;
begin
  if not anju.is_panel() or v_before = v_after then return null; end if;
  insert into configuration_change (actor_name, subject, items, action, summary, before, after)
  values ('系统管理面板', 'options:' || new.list_key, array[new.key], 'panel',
    format('在系统管理面板中%s“%s”', case when v_before is null then '新增' else '修改' end, new.label),
    case when v_before is null then '[]' else jsonb_build_array(v_before) end, jsonb_build_array(v_after));
  return null;
end $$;
create or replace trigger keep_panel_change after insert or update on public.options
  for each row execute function anju.keep_panel_change();

revoke execute on function anju.is_panel(), anju.guard_panel_option(), anju.option_json(public.options), anju.keep_panel_change() from public;
grant execute on function anju.is_panel() to anju_app;
