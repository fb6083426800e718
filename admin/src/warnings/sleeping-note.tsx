import { NEEDED_LIST_LABELS, WARNING_KIND_LABELS } from '@anju/domain';
import type { WarningCounts } from '@anju/domain/contracts';

/** Which rules sleep in counties of the region, and why; nothing when all are awake. */
export function SleepingNote({ counts }: { readonly counts: WarningCounts | undefined }) {
  const lines = (counts?.rules ?? []).flatMap(({ kind, enabled, sleeping }) => [
    ...(enabled ? [] : [`${WARNING_KIND_LABELS[kind]}：已停用`]),
    ...sleeping.map(
      ({ list, counties, ofCounties }) =>
        `${WARNING_KIND_LABELS[kind]}：${ofCounties === 1 ? '本县' : `${counties} 个县（市、区）`}尚未导入${NEEDED_LIST_LABELS[list]}，相关检查暂不运行`,
    ),
  ]);
  if (lines.length === 0) return null;
  return (
    <p className="muted small" role="note">
      {lines.join('；')}。
    </p>
  );
}
