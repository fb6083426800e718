import type { LinkedRecord } from '@anju/domain';
import { t } from '../language/t';

/** Where persons of a household also stand, short enough for a chip. */
export const LINKED_CHIP_LABELS: Readonly<Record<LinkedRecord, string>> = {
  renovation: t('危改档案'),
  relocationEntry: t('搬迁名单'),
};
