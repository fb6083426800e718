import type { ImportExample } from '@anju/domain/contracts';
import type { Client } from 'pg';

const EACH = 5;

/** A few entries that the list adds, changes or no longer names, with what changes. */
export async function relocationExamples(client: Client): Promise<readonly ImportExample[]> {
  const { rows } = await client.query<ImportExample>(
    `select s.status as effect, s.row, coalesce(s.person_name, '') as name,
       case s.status when 'changed' then coalesce(nullif(changes.words, ''), '更新编号或所在地') else concat_ws('，', '户编号 ' || s.household_number, g.full_name) end as detail
     from (select *, row_number() over (partition by status order by row, entry_id) as place from staged_entry where status <> 'unchanged') s
     left join relocation_entries e on e.id = s.entry_id left join regions g on g.code = s.region_code
     cross join lateral (select concat_ws('；',
       case when e.vanished_at is not null then '重新列入名单' end,
       case when e.resettlement_mode is distinct from s.resettlement_mode then '安置方式 ' || coalesce(e.resettlement_mode, '空') || '→' || coalesce(s.resettlement_mode, '空') end,
       case when e.resettlement_site is distinct from s.resettlement_site then '安置点 ' || coalesce(e.resettlement_site, '空') || '→' || coalesce(s.resettlement_site, '空') end,
       case when e.project is distinct from s.project then '项目 ' || coalesce(e.project, '空') || '→' || coalesce(s.project, '空') end,
       case when e.status is distinct from s.stage then '状态 ' || coalesce(e.status, '空') || '→' || coalesce(s.stage, '空') end,
       case when e.start_date is distinct from s.start_date then '开工时间 ' || coalesce(e.start_date::text, '空') || '→' || coalesce(s.start_date::text, '空') end,
       case when e.completion_date is distinct from s.completion_date then '竣工时间 ' || coalesce(e.completion_date::text, '空') || '→' || coalesce(s.completion_date::text, '空') end,
       case when e.move_in_date is distinct from s.move_in_date then '入住时间 ' || coalesce(e.move_in_date::text, '空') || '→' || coalesce(s.move_in_date::text, '空') end) as words) changes
     where s.place <= $1 order by array_position(array['new', 'changed', 'vanished'], s.status), s.place`,
    [EACH],
  );
  return rows;
}
