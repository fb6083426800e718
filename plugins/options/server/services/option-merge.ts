import type { OptionMerge, OptionMerged, OptionRow, OptionUsage } from '@anju/domain/contracts';
import { requestDb, RuleBroken } from '@anju/kit';
import { lockConfiguration } from '../queries/configuration-change';
import { mergeOption } from '../queries/merge-option';
import { optionArchives, optionUsage } from '../queries/option-usage';
import { updateOption } from '../queries/write-option';
import { checkReach } from './configurator';
import { existingOption, seenOption } from './option-list';
import { publishOptions } from './publish';

/** How many households and archives carry an option, by county; counts only. */
export async function usageOf({ id, listKey, key }: OptionRow): Promise<OptionUsage> {
  const counties = (await optionUsage(requestDb(), listKey)).filter((county) => county.key === key);
  return {
    id,
    households: counties.reduce((sum, { households }) => sum + households, 0),
    archives: await optionArchives(requestDb(), listKey, key),
    counties: counties.map(({ regionCode, regionName, households }) => ({ regionCode, regionName, households })),
  };
}

/** Households by option of a list. */
export async function usageOfList(listKey: string): Promise<readonly { key: string; households: number }[]> {
  const totals = new Map<string, number>();
  for (const { key, households } of await optionUsage(requestDb(), listKey))
    totals.set(key, (totals.get(key) ?? 0) + households);
  return [...totals].map(([key, households]) => ({ key, households }));
}

/** Merges a local option into another one of its list and retires it; as a preview it only counts. */
export async function mergeOptions(id: number, sent: OptionMerge): Promise<OptionMerged> {
  await lockConfiguration(requestDb());
  const from = await seenOption(id, sent.version);
  const into = await existingOption(sent.into);
  checkPair(from, into);
  const usage = await usageOf(from);
  if (sent.preview) return { preview: true, ...usage };
  const change = await publishOptions(from.listKey, {
    action: 'merge',
    summary: `“${from.label}”合并到“${into.label}”：${usage.households} 户、${usage.archives} 份档案`,
    reason: sent.reason,
    before: [from, into],
    after: [{ ...from, enabled: false }, into],
  });
  await mergeOption(requestDb(), { change, listKey: from.listKey, from: from.key, into: into.key });
  await updateOption(requestDb(), id, { enabled: false });
  return { preview: false, ...usage };
}

function checkPair(from: OptionRow, into: OptionRow): void {
  checkReach(from.regionCode);
  if (from.core) throw new RuleBroken({}, '全国核心选项不能合并到别的选项，可以停用');
  if (from.id === into.id) throw new RuleBroken({ into: '请选择另一个选项' });
  if (from.listKey !== into.listKey) throw new RuleBroken({ into: '只能合并到同一列表的选项' });
  if (!into.enabled) throw new RuleBroken({ into: `“${into.label}”已停用，不能合并到它` });
  if (into.regionCode !== null && !(from.regionCode ?? '').startsWith(into.regionCode))
    throw new RuleBroken({ into: `“${into.label}”不在该选项的行政区划内使用` });
  if (into.requiresNote && !from.requiresNote)
    throw new RuleBroken({ into: `“${into.label}”须填说明，而合并来的户没有说明` });
}
