import type { LinkedRecord } from '@anju/domain';

/** Where persons of a household also stand, short enough for a chip. */
export const LINKED_CHIP_LABELS: Readonly<Record<LinkedRecord, string>> = {
  renovation: '危改档案',
  relocationEntry: '搬迁名单',
};
