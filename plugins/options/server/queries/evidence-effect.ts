import type { EvidenceConfig, EvidenceEffect } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** Households that would newly lack evidence, or lack none any more, by county of the configurator's region. */
export async function evidenceEffect(db: Knex, proposed: EvidenceConfig): Promise<EvidenceEffect['counties']> {
  await db.raw(`set local statement_timeout = '2min'`);
  const { rows } = await db.raw<{ rows: EvidenceEffect['counties'] }>(
    `select e.county as "regionCode", coalesce(r.full_name, r.name, e.county) as "regionName",
       e.missing::integer as missing, e.mended::integer as mended
     from anju.evidence_effect(cast(? as jsonb)) e left join regions r on r.code = e.county order by e.missing desc, e.county`,
    [JSON.stringify(proposed)],
  );
  return rows;
}
