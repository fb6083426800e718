import type { SpecialCaseBatch } from '@anju/domain/contracts';
import type { Knex } from 'knex';

export interface NewBatch {
  readonly regionCode: string;
  readonly step: 'submit' | 'forward';
  readonly actor: number;
  readonly actorName: string;
  readonly text: string | null;
  readonly warningIds: readonly number[];
}

/** Keeps a batch and answers its number. */
export async function insertBatch(db: Knex, batch: NewBatch): Promise<number> {
  const { rows } = await db.raw<{ rows: { readonly id: number }[] }>(
    `insert into anju.special_case_batch (region_code, step, actor, actor_name, text, warning_ids)
     values (:regionCode, :step, :actor, :actorName, :text, :warningIds) returning id`,
    { ...batch },
  );
  const [row] = rows;
  if (!row) throw new Error('The batch was not kept');
  return row.id;
}

/** A page of the batches in the scope, newest first. */
export async function specialCaseBatches(db: Knex, page: { readonly offset: number; readonly limit: number }) {
  const { rows } = await db.raw<{ rows: { readonly batch: SpecialCaseBatch }[] }>(
    `${BATCHES} order by b.id desc offset :offset limit :limit`,
    page,
  );
  const counted = await db.raw<{ rows: { readonly total: number }[] }>(
    'select count(*)::integer as total from anju.special_case_batch',
  );
  return { rows: rows.map(({ batch }) => batch), total: counted.rows[0]?.total ?? 0 };
}

/** One batch; undefined when it does not exist or lies outside the scope. */
export async function specialCaseBatchById(db: Knex, id: number): Promise<SpecialCaseBatch | undefined> {
  const { rows } = await db.raw<{ rows: { readonly batch: SpecialCaseBatch }[] }>(`${BATCHES} where b.id = ?`, [id]);
  return rows[0]?.batch;
}

const BATCHES = `select json_build_object('id', b.id, 'step', b.step, 'regionCode', b.region_code,
    'regionName', coalesce(r.full_name, r.name, b.region_code), 'sentAt', b.sent_at, 'by', b.actor_name, 'text', b.text,
    'cases', cardinality(b.warning_ids), 'states', (
      select coalesce(json_agg(json_build_object('state', s.state, 'count', s.n) order by s.state), '[]')
      from (select w.state, count(*) as n from warnings w where w.id = any (b.warning_ids) group by w.state) s)) as batch
  from anju.special_case_batch b left join regions r on r.code = b.region_code`;
