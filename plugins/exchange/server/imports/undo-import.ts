import { IMPORT_KIND_LABELS, type ImportKind } from '@anju/domain';
import { retryingDeadlocks } from '@anju/kit';
import type { Client } from 'pg';
import { ListRefused } from '../lists/list-refused';
import { openImport } from '../queries/open-import';
import { runStatements } from '../queries/run-statements';
import { recordUndo, settleUndo } from '../queries/settle-undo';
import { lockImported, undoObstacles } from '../queries/undo-obstacles';
import { UNDO_STATEMENTS } from '../queries/undo-statements';

export interface UndoOptions {
  readonly client: Client;
  readonly id: number;
  readonly kind: ImportKind;
  readonly regionCode: string;
  readonly fileName: string;
  readonly actor?: number;
  readonly onShare: (share: number) => void;
}

const NAMED = 10;

/**
 * Takes a committed import back, all in one transaction: what it made is deleted, what it changed is as it was. One that
 * PostgreSQL ends to break a deadlock with savers begins again. Throws ListRefused with names when somebody has built on it.
 */
export function undoImport(options: UndoOptions): Promise<void> {
  return retryingDeadlocks(() => undoOnce(options));
}

async function undoOnce({ client, onShare, ...given }: UndoOptions): Promise<void> {
  const { id, kind, regionCode, actor } = given;
  try {
    await openImport(client, regionCode, actor);
    onShare(0);
    await lockImported(client, given);
    const obstacles = await undoObstacles(client, given, NAMED + 1);
    if (obstacles.length > 0) throw new ListRefused(sentence(kind, obstacles));
    await recordUndo(client, given);
    await runStatements(client, id, UNDO_STATEMENTS[kind], onShare);
    await settleUndo(client, id);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function sentence(kind: ImportKind, obstacles: readonly { readonly name: string; readonly reason: string }[]): string {
  const named = obstacles.slice(0, NAMED).map(({ name, reason }) => `${name}（${reason}）`);
  const more = obstacles.length > NAMED ? '等' : '';
  return `${IMPORT_KIND_LABELS[kind]}导入后已有人在其上继续工作，不能撤销：${named.join('、')}${more}`;
}
