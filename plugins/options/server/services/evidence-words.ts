import { isDeepStrictEqual } from 'node:util';
import { SAFEGUARD_KIND_LABELS } from '@anju/domain';
import type { EvidenceCategory, EvidenceConfig } from '@anju/domain/contracts';

/** What differs between the evidence asked for, in words; nothing when it is the same. */
export function evidenceWords(before: EvidenceConfig, after: EvidenceConfig): readonly string[] {
  const kinds = after.requirements.filter(
    (requirement) =>
      !isDeepStrictEqual(
        requirement,
        before.requirements.find(({ kind }) => kind === requirement.kind),
      ),
  );
  const changed = after.categories.map((category) => ({
    label: category.label,
    change: changeOf(
      before.categories.find(({ key }) => key === category.key),
      category,
    ),
  }));
  const named = (of: CategoryChange) =>
    changed
      .filter(({ change }) => change === of)
      .map(({ label }) => `“${label}”`)
      .join('');
  const templates = after.templates.filter(
    (template) =>
      !isDeepStrictEqual(
        template,
        before.templates.find(({ key }) => key === template.key),
      ),
  );
  const words = [
    kinds.length > 0 && `调整${kinds.map(({ kind }) => SAFEGUARD_KIND_LABELS[kind]).join('、')}的佐证材料`,
    named('content') !== '' && `修改类别${named('content')}`,
    named('sample') !== '' && `更换示例照片${named('sample')}`,
    templates.length > 0 && `更换模板${templates.map(({ name }) => name).join('')}`,
  ];
  return words.filter((word) => word !== false);
}

type CategoryChange = 'none' | 'sample' | 'content';

function changeOf(before: EvidenceCategory | undefined, after: EvidenceCategory): CategoryChange {
  if (isDeepStrictEqual(before, after)) return 'none';
  return isDeepStrictEqual({ ...before, sample: undefined }, { ...after, sample: undefined }) ? 'sample' : 'content';
}
