import type { EvidenceConfig, EvidenceConfigChange, EvidenceEffect, EvidenceProposal } from '@anju/domain/contracts';
import { requestDb, RuleBroken } from '@anju/kit';
import { lockConfiguration } from '../queries/configuration-change';
import { evidenceEffect } from '../queries/evidence-effect';
import { checkReach } from './configurator';
import { checkSeen, publishDocument, standingEvidence } from './documents';
import { evidenceWords } from './evidence-words';

type Requirement = EvidenceConfig['requirements'][number];

/** Counts what a proposal would do, without changing anything. */
export async function previewEvidence(proposal: EvidenceProposal): Promise<EvidenceEffect> {
  const { value } = await standingEvidence();
  return effectOf(proposed(value, proposal));
}

/** Counts by county what other evidence in the place of the standing one would do. */
export async function effectOf(evidence: EvidenceConfig): Promise<EvidenceEffect> {
  checkReach(null);
  const counties = await evidenceEffect(requestDb(), evidence);
  const sum = (of: 'missing' | 'mended') => counties.reduce((total, county) => total + county[of], 0);
  return { missing: sum('missing'), mended: sum('mended'), counties };
}

/** Publishes the evidence that every kind asks for; the database brings the warnings up to date in the same transaction. */
export async function changeEvidence(
  sent: EvidenceConfigChange,
): Promise<{ version: number; evidence: EvidenceConfig }> {
  await lockConfiguration(requestDb());
  const standing = await standingEvidence();
  checkSeen(standing, sent.version);
  const evidence = proposed(standing.value, sent);
  const summary = evidenceWords(standing.value, evidence).join('；');
  if (summary === '') return { version: standing.version, evidence: standing.value };
  const version = await publishDocument({
    name: 'evidence',
    action: 'evidence',
    summary,
    reason: sent.reason ?? null,
    before: standing.value,
    after: evidence,
  });
  return { version, evidence };
}

/** The standing evidence with the proposal in its place; what configurators cannot see (templates, waivers) is kept. */
function proposed(standing: EvidenceConfig, { categories, requirements }: EvidenceProposal): EvidenceConfig {
  const keys = categories.map(({ key }) => key);
  const gone = standing.categories.filter(({ key }) => !keys.includes(key));
  if (gone.length > 0)
    throw new RuleBroken({ categories: `“${gone[0]?.label ?? ''}”已有材料使用，不能删除；可从各保障方式中移除` });
  if (new Set(keys).size !== keys.length) throw new RuleBroken({ categories: '类别标识重复' });
  if (new Set(requirements.map(({ kind }) => kind)).size !== requirements.length)
    throw new RuleBroken({ requirements: '每种保障方式只能给出一次' });
  return {
    ...standing,
    categories: categories.map((category) => ({
      ...standing.categories.find(({ key }) => key === category.key),
      ...category,
    })),
    requirements: requirements.map((requirement) => requirementOf(standing, requirement, keys)),
  };
}

function requirementOf(
  standing: EvidenceConfig,
  { kind, groups, optional }: EvidenceProposal['requirements'][number],
  keys: readonly string[],
): Requirement {
  const before = standing.requirements.find((requirement) => requirement.kind === kind);
  const unknown = [...groups.flatMap(({ categories }) => categories), ...optional].find((key) => !keys.includes(key));
  if (unknown !== undefined) throw new RuleBroken({ [kind]: `没有类别 ${unknown}` });
  if (new Set(groups.map(({ key }) => key)).size !== groups.length)
    throw new RuleBroken({ [kind]: '必需材料标识重复' });
  return {
    kind,
    groups: groups.map((group) => {
      const { waivedWhen } = before?.groups.find(({ key }) => key === group.key) ?? {};
      return { ...group, categories: [...new Set(group.categories)], ...(waivedWhen ? { waivedWhen } : {}) };
    }),
    optional: [...new Set(optional)],
  };
}
