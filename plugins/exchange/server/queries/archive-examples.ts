import type { ImportExample } from '@anju/domain/contracts';
import type { Client } from 'pg';

const EACH = 5;

/** A few archives that the list adds, changes or no longer names. */
export async function archiveExamples(client: Client): Promise<readonly ImportExample[]> {
  const { rows } = await client.query<ImportExample>(
    `select s.status as effect, s.row, coalesce(s.head_name, '') as name,
       concat_ws('，', coalesce('档案号 ' || s.archive_number, '无档案号'), s.plan_year || ' 年', g.full_name,
         case when s.kept > 0 then '保留人工更正 ' || s.kept || ' 处' end) as detail
     from (select *, row_number() over (partition by status order by row, archive_id) as place from staged_entry where status <> 'unchanged') s
     left join regions g on g.code = s.region_code
     where s.place <= $1 order by array_position(array['new', 'changed', 'vanished'], s.status), s.place`,
    [EACH],
  );
  return rows;
}
