import type { UserRow } from '@anju/domain/contracts';
import { t } from '../language/t';

/** Where a person works; a township that is not chosen yet is said. */
export function placeText(name: string, { placed, requestedRegionName }: UserRow): string {
  if (placed) return name;
  return requestedRegionName
    ? t('{name}（申请{requestedRegionName}）', { name, requestedRegionName })
    : t('{name}（乡镇未定）', { name });
}

/** Both persons answerable for review. */
export function reviewersText({ townshipReviewer, countyReviewer }: UserRow): string {
  const names = [townshipReviewer, countyReviewer].filter((name) => name !== null);
  return names.length > 0 ? names.join(t('、')) : '–';
}

/** The share of returned records in per cent. */
export function shareText(share: number | null): string {
  return share === null ? '–' : `${share}%`;
}
