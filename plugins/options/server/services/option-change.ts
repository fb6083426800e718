import { randomUUID } from 'node:crypto';
import type { OptionAddition, OptionChange, OptionOrder, OptionRow } from '@anju/domain/contracts';
import { requestDb, RuleBroken, StaleVersion } from '@anju/kit';
import { lockConfiguration } from '../queries/configuration-change';
import { optionsOfList } from '../queries/option-rows';
import { insertOption, updateOption } from '../queries/write-option';
import { changeWords } from './change-words';
import { checkReach, configuredRegion } from './configurator';
import { checkList, checkListed, existingOption, seenOption } from './option-list';
import { notedLists } from './noted-lists';
import { publishOptions } from './publish';

const BETWEEN_RANKS = 10;
/** The rest of a list: the statistics count under it what has no column, so that it can neither go nor lose its note. */
const REST = 'other';

/** Adds a local option at the end of its list, before 其他. */
export async function addOption(sent: OptionAddition): Promise<OptionRow> {
  await lockConfiguration(requestDb());
  await checkList(sent.listKey);
  const regionCode = sent.regionCode ?? configuredRegion();
  checkReach(regionCode);
  const others = await optionsOfList(requestDb(), sent.listKey);
  const option = {
    listKey: sent.listKey,
    key: newKey(sent, others),
    label: sent.label,
    rank: newRank(others),
    enabled: true,
    requiresNote: sent.requiresNote ?? false,
    regionCode,
    validFrom: sent.validFrom ?? null,
    validTo: sent.validTo ?? null,
  };
  checkListed({ ...option, id: 0, core: false, version: 0 }, others);
  await checkNote(option);
  const id = await insertOption(requestDb(), option);
  const added = await existingOption(id);
  await publishOptions(sent.listKey, {
    action: 'add',
    summary: `新增“${added.label}”`,
    reason: sent.reason,
    before: [],
    after: [added],
  });
  return existingOption(id);
}

/** Renames, retires, enables or dates an option; its key stays what records carry. */
export async function changeOption(id: number, { version, reason, ...values }: OptionChange): Promise<OptionRow> {
  await lockConfiguration(requestDb());
  const before = await seenOption(id, version);
  checkReach(before.regionCode);
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const after: OptionRow = { ...before, ...given };
  const others = (await optionsOfList(requestDb(), before.listKey)).filter((other) => other.id !== id);
  checkListed(after, others);
  checkRest(before, after);
  if (after.requiresNote && !before.requiresNote) await checkNote(after);
  const summary = changeWords(before, after);
  if (summary === undefined) return before;
  await updateOption(requestDb(), id, values);
  await publishOptions(before.listKey, { action: 'change', summary, reason, before: [before], after: [after] });
  return existingOption(id);
}

/** Puts a list in another order; what was added or removed meanwhile is a conflict. */
export async function reorderOptions({ listKey, ids, reason }: OptionOrder): Promise<readonly OptionRow[]> {
  await lockConfiguration(requestDb());
  await checkList(listKey);
  checkReach(null);
  const before = await optionsOfList(requestDb(), listKey);
  const ordered = ids.flatMap((id) => before.find((option) => option.id === id) ?? []);
  if (new Set(ids).size !== before.length || ordered.length !== before.length)
    throw new StaleVersion(before, '选项列表已被他人修改，请核对最新内容后再排序');
  const after = ordered.map((option, index) => ({ ...option, rank: (index + 1) * BETWEEN_RANKS }));
  const moved = after.filter((option) => before.find(({ id }) => id === option.id)?.rank !== option.rank);
  if (moved.length === 0) return before;
  for (const { id, rank } of moved) await updateOption(requestDb(), id, { rank });
  await publishOptions(listKey, {
    action: 'reorder',
    summary: `调整顺序：${ordered.map(({ label }) => label).join('、')}`,
    reason,
    before: before.filter(({ id }) => moved.some((option) => option.id === id)),
    after: moved,
  });
  return optionsOfList(requestDb(), listKey);
}

/** Years are their own keys, since archives keep the year itself; every other key is made here and means nothing. */
function newKey({ listKey, label }: OptionAddition, others: readonly OptionRow[]): string {
  if (listKey !== 'planYear') return `local${randomUUID().slice(0, 8)}`;
  const year = /^((?:19|20)\d{2})年?$/.exec(label)?.[1];
  if (year === undefined) throw new RuleBroken({ label: '年度请填写四位年份，如 2021年' });
  if (others.some(({ key }) => key === year)) throw new RuleBroken({ label: `列表中已有 ${year} 年` });
  return year;
}

function newRank(others: readonly OptionRow[]): number {
  const rest = others.find(({ key }) => key === REST);
  const above = others.filter(({ key }) => key !== REST).map(({ rank }) => rank);
  const last = Math.max(0, ...above);
  return rest !== undefined && rest.rank > last ? Math.floor((last + rest.rank) / 2) : last + BETWEEN_RANKS;
}

function checkRest(before: OptionRow, after: OptionRow): void {
  if (before.key !== REST) return;
  if (!after.enabled || after.validTo !== null) throw new RuleBroken({ enabled: '“其他”不能停用' });
  if (before.requiresNote && !after.requiresNote) throw new RuleBroken({ requiresNote: '选“其他”的户必须填写说明' });
}

async function checkNote({ listKey, requiresNote }: Pick<OptionRow, 'listKey' | 'requiresNote'>): Promise<void> {
  if (requiresNote && !(await notedLists()).has(listKey))
    throw new RuleBroken({ requiresNote: '录入表单中此列表没有说明栏，不能要求填写说明' });
}
