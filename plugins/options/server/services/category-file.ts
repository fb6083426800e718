import type { EvidenceCategory, EvidenceConfig } from '@anju/domain/contracts';
import { NotFound, requestDb } from '@anju/kit';
import { lockConfiguration } from '../queries/configuration-change';
import { publishDocument, standingEvidence } from './documents';

/** A file that is published for one category: what it is called, and the evidence that names it. */
export interface CategoryFile {
  readonly action: 'sample' | 'template';
  readonly summary: (category: EvidenceCategory) => string;
  readonly keep: () => Promise<void>;
  readonly evidence: (standing: EvidenceConfig, category: EvidenceCategory) => EvidenceConfig;
}

/** Publishes the sample or the template of a category; throws NotFound when there is no such category. */
export async function publishCategoryFile(
  key: string,
  file: CategoryFile,
): Promise<{ version: number; evidence: EvidenceConfig }> {
  await lockConfiguration(requestDb());
  const { value: before } = await standingEvidence();
  const category = before.categories.find((entry) => entry.key === key);
  if (!category) throw new NotFound('没有这个佐证材料类别');
  await file.keep();
  const evidence = file.evidence(before, category);
  const change = { action: file.action, summary: file.summary(category), reason: null, before, after: evidence };
  return { version: await publishDocument({ name: 'evidence', ...change }), evidence };
}

/** The evidence with one category changed. */
export function withCategory(evidence: EvidenceConfig, key: string, values: Partial<EvidenceCategory>): EvidenceConfig {
  const categories = evidence.categories.map((entry) => (entry.key === key ? { ...entry, ...values } : entry));
  return { ...evidence, categories };
}
