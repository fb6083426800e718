import type { ConfigurationChangeRow, OptionRow } from '@anju/domain/contracts';
import { NotFound, requestDb, RuleBroken } from '@anju/kit';
import { changeById, type KeptChange, lockConfiguration } from '../queries/configuration-change';
import { unmergeOption } from '../queries/merge-option';
import { optionById } from '../queries/option-rows';
import { deleteOption, updateOption } from '../queries/write-option';
import { checkReach } from './configurator';
import { undoDocument } from './documents';
import { usageOf } from './option-merge';
import { publishOptions } from './publish';

const FIELDS = ['label', 'rank', 'enabled', 'requiresNote', 'validFrom', 'validTo'] as const;

/** Takes a published change back; what was changed again since is a refusal that says so. */
export async function undoChange(id: number, reason: string | null): Promise<ConfigurationChangeRow> {
  await lockConfiguration(requestDb());
  const change = await changeById(requestDb(), id);
  if (!change) throw new NotFound('没有这次更改');
  if (change.undoneBy !== null) throw new RuleBroken({}, '这次更改已经撤销');
  if (change.undoes !== null) throw new RuleBroken({}, '撤销本身不能再撤销，请重新修改');
  const made = change.subject.startsWith('options:')
    ? await undoOptions(change, reason)
    : await undoDocument(change, reason);
  const kept = await changeById(requestDb(), made);
  if (!kept) throw new Error('The undoing was not kept');
  const { before: _before, after: _after, ...row } = kept;
  return row;
}

async function undoOptions(change: KeptChange, reason: string | null): Promise<number> {
  const listKey = change.subject.slice('options:'.length);
  // Rows of our own making: publishOptions wrote them.
  const [before, after] = [change.before as readonly OptionRow[], change.after as readonly OptionRow[]];
  const words: string[] = [`撤销：${change.summary}`];
  for (const option of after) {
    const old = before.find(({ id }) => id === option.id);
    const touched = FIELDS.filter((field) => old === undefined || old[field] !== option[field]);
    if (touched.length === 0) continue;
    await checkUnchanged(option, touched);
    if (old)
      await updateOption(requestDb(), option.id, Object.fromEntries(touched.map((field) => [field, old[field]])));
    else if (!(await removeAdded(option))) words.push('已有住户使用，改为停用');
  }
  const made = await publishOptions(listKey, {
    action: 'undo',
    summary: words.join('；'),
    reason,
    before: after,
    after: before,
    undoes: change.id,
  });
  const [from, into] = after;
  if (change.action === 'merge' && from && into)
    await unmergeOption(requestDb(), { change: change.id, listKey, from: from.key, into: into.key });
  return made;
}

/** Removes an option that was added; false when households or archives carry it and it was retired instead. */
async function removeAdded(option: OptionRow): Promise<boolean> {
  const { households, archives } = await usageOf(option);
  if (households + archives === 0) {
    await deleteOption(requestDb(), option.id);
    return true;
  }
  await updateOption(requestDb(), option.id, { enabled: false });
  return false;
}

/** Throws RuleBroken when a field that the change wrote has been written again, or the option lies elsewhere. */
async function checkUnchanged(after: OptionRow, touched: readonly (typeof FIELDS)[number][]): Promise<void> {
  checkReach(after.regionCode);
  const now = await optionById(requestDb(), after.id);
  if (now === undefined || touched.some((field) => now[field] !== after[field]))
    throw new RuleBroken({}, `“${after.label}”之后又有更改，请先撤销后面的更改`);
}
