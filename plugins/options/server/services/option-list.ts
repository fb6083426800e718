import type { OptionRow } from '@anju/domain/contracts';
import { NotFound, requestDb, RuleBroken, StaleVersion } from '@anju/kit';
import { optionById, optionLists } from '../queries/option-rows';

/** An option as the configurator saw it. Throws NotFound, or StaleVersion with the option as it stands now. */
export async function seenOption(id: number, version: number): Promise<OptionRow> {
  const option = await existingOption(id);
  if (option.version !== version)
    throw new StaleVersion(option, `选项“${option.label}”已被他人修改，请核对最新内容后再改`);
  return option;
}

/** One option; throws NotFound. */
export async function existingOption(id: number): Promise<OptionRow> {
  const option = await optionById(requestDb(), id);
  if (!option) throw new NotFound('没有这个选项，可能已被撤销');
  return option;
}

/** Refuses a list that does not exist. */
export async function checkList(listKey: string): Promise<void> {
  const { total } = await optionLists(requestDb(), { key: listKey }, FIRST);
  if (total === 0) throw new RuleBroken({ listKey: '没有这个选项列表' });
}

const FIRST = { sort: 'key', descending: false, offset: 0, limit: 1 } as const;

/** Refuses what would leave the list without a choice, with two options of one name, or with dates the wrong way round. */
export function checkListed(option: OptionRow, others: readonly OptionRow[]): void {
  const { label, validFrom, validTo } = option;
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    throw new RuleBroken({ validTo: '停用日期不能早于启用日期' });
  const twin = others.find((other) => other.label === label && sharesPlace(option, other));
  if (twin) throw new RuleBroken({ label: `列表中已有“${label}”${twin.enabled ? '' : '（已停用，可重新启用）'}` });
  if (!option.enabled && !others.some(({ enabled, regionCode }) => enabled && regionCode === null))
    throw new RuleBroken({ enabled: '列表中至少要保留一个可选的选项' });
}

/** Options of two counties never stand in one form. */
function sharesPlace({ regionCode: one }: OptionRow, { regionCode: other }: OptionRow): boolean {
  return one === null || other === null || one.startsWith(other) || other.startsWith(one);
}
