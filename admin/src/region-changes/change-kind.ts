import type { RegionChange } from '@anju/domain/contracts';
import { t } from '../language/t';

export type ChangeKind = RegionChange['kind'];

export const CHANGE_KINDS = ['rename', 'merge', 'split'] as const satisfies readonly ChangeKind[];

/** What each change is called on its button. */
export const CHANGE_LABELS: Readonly<Record<ChangeKind, string>> = {
  rename: t('更名'),
  merge: t('合并'),
  split: t('拆分'),
};
