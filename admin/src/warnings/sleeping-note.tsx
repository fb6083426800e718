import type { WarningCounts } from '@anju/domain/contracts';
import { NEEDED_LIST_LABELS, WARNING_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';

/** Which rules sleep in counties of the region, and why; nothing when all are awake. */
export function SleepingNote({ counts }: { readonly counts: WarningCounts | undefined }) {
  const lines = (counts?.rules ?? []).flatMap(({ kind, enabled, sleeping }) => [
    ...(enabled ? [] : [t('{kind}：已停用', { kind: WARNING_KIND_LABELS[kind] })]),
    ...sleeping.map(({ list, counties, ofCounties }) =>
      t('{kind}：{counties}尚未导入{list}，相关检查暂不运行', {
        kind: WARNING_KIND_LABELS[kind],
        counties: ofCounties === 1 ? t('本县') : t('{counties} 个县（市、区）', { counties }),
        list: NEEDED_LIST_LABELS[list],
      }),
    ),
  ]);
  if (lines.length === 0) return null;
  return (
    <p className="muted small" role="note">
      {t('{lines}。', { lines: lines.join(t('；')) })}
    </p>
  );
}
