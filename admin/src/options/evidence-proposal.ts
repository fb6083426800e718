import type { EvidenceConfig, EvidenceProposal } from '@anju/domain/contracts';

export type ProposedKind = EvidenceProposal['requirements'][number]['kind'];
export type ProposedGroup = EvidenceProposal['requirements'][number]['groups'][number];
export type ProposedCategory = EvidenceProposal['categories'][number];

/** The evidence asked for, as the page changes it: what configurators do not see stays with the server. */
export function proposalOf({ categories, requirements }: EvidenceConfig): EvidenceProposal {
  return {
    categories: categories.map(({ key, label, accepts, hint }) => ({ key, label, accepts, hint })),
    requirements: requirements.map(({ kind, groups, optional }) => ({
      kind,
      groups: groups.map(({ key, label, categories: keys }) => ({ key, label, categories: [...keys] })),
      optional: [...optional],
    })),
  };
}

/** The proposal with other groups or optional categories of one kind. */
export function withKind(
  proposal: EvidenceProposal,
  kind: ProposedKind,
  change: Partial<Pick<EvidenceProposal['requirements'][number], 'groups' | 'optional'>>,
): EvidenceProposal {
  return {
    ...proposal,
    requirements: proposal.requirements.map((entry) => (entry.kind === kind ? { ...entry, ...change } : entry)),
  };
}

/** The proposal with one category changed. */
export function withCategory(
  proposal: EvidenceProposal,
  key: string,
  change: Partial<ProposedCategory>,
): EvidenceProposal {
  return {
    ...proposal,
    categories: proposal.categories.map((category) => (category.key === key ? { ...category, ...change } : category)),
  };
}

/** A key of its own for what is added here; it means nothing and never changes. */
export function newKey(): string {
  return `local${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(16) ?? '0'}`;
}

/** The keys with one of them put in or taken out. */
export function toggled(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key];
}
