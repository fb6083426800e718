import type { Knex } from 'knex';
import { ARCHIVE_JSON } from './renovation-record-json';
import { HOLDER_COLUMNS, type HolderColumns, JOIN_HOLDER, JOIN_HOUSEHOLD } from './renovation-rows';
import { ARCHIVE_PHOTOS } from './stored-file-json';
import { IS_UNSETTLED } from './unsettled-warning';

/** An archive as one statement reads it: JSON text of the contract's own fields, and whose it is. */
export interface RenovationRecordRow extends HolderColumns {
  readonly record: unknown;
  /** Warnings that wait for somebody, as the table keeps them. */
  readonly doubts: readonly unknown[];
}

/** One archive as a whole; undefined when it does not exist or lies outside the scope. */
export async function renovationRecordRow(db: Knex, id: number): Promise<RenovationRecordRow | undefined> {
  const result = await db.raw<{ rows: RenovationRecordRow[] }>(
    `select json_build_object(${ARCHIVE_JSON}, 'regionName', coalesce(g.full_name, a.region_code),
       'members', coalesce(a.members, '[]'), 'photos', ${ARCHIVE_PHOTOS}, 'version', a.version) as record,
       coalesce((select json_agg(json_build_object('id', w.id, 'kind', w.kind, 'state', w.state, 'severity', w.severity,
           'explanation', w.explanation, 'steps', w.steps, 'openedAt', w.opened_at::timestamptz, 'closedAt', w.closed_at::timestamptz)
           order by w.id)
         from warnings w where w.renovation_id = a.id and w.kind = 'renovationIdentity' and ${IS_UNSETTLED}), '[]') as doubts,
       ${HOLDER_COLUMNS}
     from renovations a left join regions g on g.code = a.region_code ${JOIN_HOLDER} ${JOIN_HOUSEHOLD}
     where a.id = ?`,
    [id],
  );
  return result.rows[0];
}
