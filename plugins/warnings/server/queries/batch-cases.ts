import type { WarningState } from '@anju/domain';
import type { Knex } from 'knex';

/** Special cases that wait for the reply to this batch, locked against other steps: those that were forwarded again since belong to a newer one. */
export async function casesForwardedBy(db: Knex, batch: number): Promise<number[]> {
  const { rows } = await db.raw<{ rows: { readonly id: number }[] }>(
    `select w.id from warnings w join anju.special_case_batch b on w.id = any (b.warning_ids)
     where b.id = ? and w.state = 'forwarded' and cast(b.id as text) = (
       select step.value ->> 'batch' from jsonb_array_elements(w.steps) with ordinality step (value, place)
       where step.value ->> 'step' = 'forward' order by step.place desc limit 1)
     order by w.id for no key update of w`,
    [batch],
  );
  return rows.map(({ id }) => id);
}

/** A special case of a batch as its workbook shows it; the finding is to be parsed by the contract. */
export interface CaseRow {
  readonly kind: string;
  readonly state: WarningState;
  readonly explanation: unknown;
  readonly steps: unknown;
  readonly regionName: string;
  readonly headName: string;
  readonly idNumber: string | null;
}

/** All special cases of a batch in region order, each with its head, or the person of its archive. */
export async function batchCases(db: Knex, batch: number): Promise<CaseRow[]> {
  const { rows } = await db.raw<{ rows: { readonly item: CaseRow }[] }>(
    `select json_build_object('kind', w.kind, 'state', w.state, 'explanation', w.explanation, 'steps', w.steps,
       'regionName', coalesce(g.full_name, w.region_code), 'headName', coalesce(p.name, a.head_name, ''),
       'idNumber', coalesce(nullif(p.corrected_id_number, ''), p.registry_id_number, a.id_number)) as item
     from anju.special_case_batch b join warnings w on w.id = any (b.warning_ids)
     left join members p on p.household_id = w.household_id and p.is_head
     left join renovations a on a.id = w.renovation_id
     left join regions g on g.code = w.region_code
     where b.id = ? order by w.region_code, w.id`,
    [batch],
  );
  return rows.map(({ item }) => item);
}
