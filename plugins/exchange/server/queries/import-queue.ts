import type { Knex } from 'knex';
import { IMPORT_RUNNING } from './import-lock';

/** States in which a process works on an import. */
const RUNNING = ['checking', 'committing', 'undoing'];

/** The import to do next, in the order of uploads; undefined while another is being done, and when none waits. */
export async function nextImport(db: Knex): Promise<number | undefined> {
  const row = await db
    .withSchema('anju')
    .from('import_batch')
    .whereIn('state', ['queued', 'commitQueued', 'undoQueued'])
    .whereNotExists(
      db
        .withSchema('anju')
        .from('import_batch')
        .select(db.raw('1'))
        .whereIn('state', [...RUNNING]),
    )
    .orderBy('id')
    .first<{ id: number } | undefined>('id');
  return row?.id;
}

/** Ids of imports that are marked as being worked on while nobody works on them: their process has died. */
export async function abandonedImports(db: Knex): Promise<readonly number[]> {
  const { rows } = await db.raw<{ rows: { id: number }[] }>(
    `with running as materialized (select id from anju.import_batch where state in ('checking', 'committing', 'undoing'))
     select id from running where pg_try_advisory_xact_lock(?, id) order by id`,
    [IMPORT_RUNNING],
  );
  return rows.map(({ id }) => id);
}

/** Queues an interrupted dry run once more; an interrupted commit or undo has written nothing and waits to be asked for again. */
export async function resumeImport(db: Knex, id: number, mostAttempts: number): Promise<void> {
  await db.raw(
    `update anju.import_batch set phase = null, percent = 0, finished_at = case when state = 'undoing' then finished_at else now() end,
       state = case when state = 'committing' then 'checked' when state = 'undoing' then 'committed' when attempts < :most then 'queued' else 'failed' end,
       message = case when state = 'committing' then '写入时服务中断，未写入任何数据，可以再次提交'
         when state = 'undoing' then '撤销时服务中断，这次导入仍然有效，可以再次撤销'
         when attempts < :most then '试算时服务中断，已重新排队' else '试算多次中断，未写入任何数据，请检查文件后重新上传' end
     where id = :id and state in ('checking', 'committing', 'undoing')`,
    { id, most: mostAttempts },
  );
}

/** Ends an import whose process was ended by its own size. */
export async function failLargeImport(db: Knex, id: number): Promise<void> {
  await db.withSchema('anju').from('import_batch').where({ id }).whereIn('state', ['checking', 'committing']).update({
    state: 'failed',
    phase: null,
    finished_at: db.fn.now(),
    message: '名单内容过大，处理时内存不足，未写入任何数据；请另存为 CSV 或分成几份后再导入',
  });
}
