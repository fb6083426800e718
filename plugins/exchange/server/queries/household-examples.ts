import type { ImportExample } from '@anju/domain/contracts';
import type { Client } from 'pg';

const EACH = 5;

/** A few households that the list adds, changes or no longer names. */
export async function householdExamples(client: Client): Promise<readonly ImportExample[]> {
  const { rows } = await client.query<ImportExample>(
    `select effect, row, name, detail from (
       select s.status as effect, p.row, p.name, '户编号 ' || s.household_number || '，' || s.member_count || ' 人' as detail,
         row_number() over (partition by s.status order by p.row) as place
       from staged_household s join staged_row p using (household_number)
       where p.is_head and s.status in ('new', 'changed')
       union all
       select 'vanished', null, coalesce(m.name, ''), '户编号 ' || h.registry_number, row_number() over (order by h.id)
       from vanished_household v join households h on h.id = v.id left join members m on m.household_id = h.id and m.is_head
     ) each_effect where place <= $1 order by array_position(array['new', 'changed', 'vanished'], effect), place`,
    [EACH],
  );
  return rows;
}
