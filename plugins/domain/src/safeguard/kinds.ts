import type { SafeguardKind } from '../vocabulary';

/** The document's three ways to safe housing; each holds its kinds in order. */
export const SAFEGUARD_GROUPS = [
  { key: 'originalSafe', label: '原住房鉴定（评定）安全', kinds: ['originalSafe'] },
  {
    key: 'safeAfterRenovation',
    label: '改造后住房安全',
    kinds: ['renovation', 'povertyRelocation', 'otherRelocation'],
  },
  { key: 'safeByProvision', label: '保障后住房安全', kinds: ['publicHousing', 'otherMeans'] },
] as const satisfies readonly {
  readonly key: string;
  readonly label: string;
  readonly kinds: readonly SafeguardKind[];
}[];

export type SafeguardGroup = (typeof SAFEGUARD_GROUPS)[number]['key'];
