import type { OptionRow } from '@anju/domain/contracts';

/** What a change of one option is, in words; undefined when nothing differs. */
export function changeWords(before: OptionRow, after: OptionRow): string | undefined {
  const words = [
    before.label !== after.label && `“${before.label}”改名为“${after.label}”`,
    before.enabled !== after.enabled && `${after.enabled ? '启用' : '停用'}“${after.label}”`,
    before.requiresNote !== after.requiresNote && `“${after.label}”${after.requiresNote ? '须填说明' : '不再要求说明'}`,
    before.validFrom !== after.validFrom && `“${after.label}”启用日期改为${after.validFrom ?? '不限'}`,
    before.validTo !== after.validTo && `“${after.label}”停用日期改为${after.validTo ?? '长期'}`,
  ].filter((word) => word !== false);
  return words.length === 0 ? undefined : words.join('；');
}

/** That an option stands in another place of its list; undefined when it does not. */
export function orderWords(before: OptionRow, after: OptionRow): string | undefined {
  return before.rank === after.rank ? undefined : `“${before.label}”调整顺序`;
}
