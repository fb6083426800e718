import type { UserRow } from '@anju/domain/contracts';

/** Where a person works; a township that is not chosen yet is said. */
export function placeText(name: string, { placed, requestedRegionName }: UserRow): string {
  if (placed) return name;
  return requestedRegionName ? `${name}（申请${requestedRegionName}）` : `${name}（乡镇未定）`;
}

/** Both persons answerable for review. */
export function reviewersText({ townshipReviewer, countyReviewer }: UserRow): string {
  const names = [townshipReviewer, countyReviewer].filter((name) => name !== null);
  return names.length > 0 ? names.join('、') : '–';
}

/** The share of returned records in per cent. */
export function shareText(share: number | null): string {
  return share === null ? '–' : `${share}%`;
}
