import type { EvidenceConfig, EvidenceGroup } from '../contracts/evidence-config';
import { type FormValues, meetsCondition } from '../safeguard/form';
import type { SafeguardKind } from '../vocabulary';

/** The mandatory groups of a kind that this safeguard is not let off: `safeguard` holds the values a waiver asks about. */
export function mandatoryGroups(
  kind: SafeguardKind,
  safeguard: FormValues,
  config: EvidenceConfig,
): readonly EvidenceGroup[] {
  const requirement = config.requirements.find((entry) => entry.kind === kind);
  return (requirement?.groups ?? []).filter((group) => !meetsCondition(group.waivedWhen, safeguard));
}

/** The mandatory groups of which no category holds any evidence yet. */
export function missingGroups(
  kind: SafeguardKind,
  safeguard: FormValues,
  evidence: readonly { readonly category: string }[],
  config: EvidenceConfig,
): readonly EvidenceGroup[] {
  const present = new Set(evidence.map(({ category }) => category));
  return mandatoryGroups(kind, safeguard, config).filter(
    (group) => !group.categories.some((category) => present.has(category)),
  );
}

/** Keys of every category that a kind may carry: its groups' in order, then the optional ones. */
export function categoriesOfKind(kind: SafeguardKind, config: EvidenceConfig): readonly string[] {
  const requirement = config.requirements.find((entry) => entry.kind === kind);
  if (!requirement) return [];
  return [...new Set([...requirement.groups.flatMap((group) => group.categories), ...requirement.optional])];
}
