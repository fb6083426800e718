import { requestActor, requestDb } from '@anju/kit';
import type { OptionRow } from '@anju/domain/contracts';
import { insertChange, type NewChange } from '../queries/configuration-change';

/** Keeps a change of options in the signed-in configurator's name; `before` and `after` hold the touched options only. */
export function publishOptions(
  listKey: string,
  change: Pick<NewChange, 'action' | 'summary' | 'undoes'> & {
    readonly reason?: string | null | undefined;
    readonly before: readonly OptionRow[];
    readonly after: readonly OptionRow[];
  },
): Promise<number> {
  const { id, name } = requestActor();
  const items = [...new Set([...change.before, ...change.after].map(({ key }) => key))];
  return insertChange(requestDb(), {
    ...change,
    actor: { id, name },
    subject: `options:${listKey}`,
    items,
    reason: change.reason ?? null,
  });
}
