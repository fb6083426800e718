import { SAFEGUARD_KIND_LABELS } from '@anju/domain';
import type { ImportExample } from '@anju/domain/contracts';
import type { Client } from 'pg';

const EACH = 10;

/** A few households that the workbook recognises, each with what it is recognised as. */
export async function recognitionExamples(client: Client): Promise<readonly ImportExample[]> {
  const { rows } = await client.query<ImportExample>(
    `select s.status as effect, s.row, s.head_name as name, concat_ws('，', $2::jsonb ->> s.kind, g.full_name) as detail
     from staged_entry s left join regions g on g.code = s.region_code where s.status = 'new' order by s.row limit $1`,
    [EACH, JSON.stringify(SAFEGUARD_KIND_LABELS)],
  );
  return rows;
}
