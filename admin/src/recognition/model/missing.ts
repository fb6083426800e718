import { fieldsOfKind, isFieldAsked, isFilled, missingArchiveFields, missingGroups } from '@anju/domain';
import type { EvidenceConfig, EvidenceGroup, EvidenceRow, FormField, HouseholdRecord } from '@anju/domain/contracts';
import { t } from '../../language/t';
import { safeguardProblems } from './problems';
import { pathOfField, safeguardDraft, type FormRules } from './safeguard-draft';
import type { FieldPath, RecognitionValues } from './values';

/** Something the household still lacks, and where it is put in. */
export interface MissingItem {
  readonly key: string;
  readonly label: string;
  readonly target: { readonly path: FieldPath } | { readonly category: string };
}

/** What the record holds already: a retired option may stay in it. */
type Recorded = Pick<HouseholdRecord, 'safeguard' | 'renovation'>;

/** Fields and papers that are still missing, in the order of the screen. */
export function missingItems(
  values: RecognitionValues,
  evidence: readonly Pick<EvidenceRow, 'category'>[],
  rules: FormRules & { readonly evidence: EvidenceConfig },
  record?: Recorded,
): readonly MissingItem[] {
  if (values.kind === '') return [{ key: 'kind', label: t('住房安全保障情况'), target: { path: 'kind' } }];
  return [...missingFields(values, rules, record), ...missingPapers(values, evidence, rules)];
}

/** Mandatory groups of evidence without any photo; none while no kind is chosen. */
export function missingEvidence(
  values: RecognitionValues,
  evidence: readonly Pick<EvidenceRow, 'category'>[],
  rules: FormRules & { readonly evidence: EvidenceConfig },
): readonly EvidenceGroup[] {
  if (values.kind === '') return [];
  return missingGroups(values.kind, safeguardDraft(values.kind, values, 0, rules), evidence, rules.evidence);
}

/** Fields of a complete archive that may be put in later: saving without them asks once. */
export function missingArchive(values: RecognitionValues, rules: FormRules): readonly FormField[] {
  if (values.kind !== 'renovation') return [];
  const draft = safeguardDraft('renovation', values, 0, rules);
  if (draft.kind !== 'renovation') return [];
  const missing: readonly string[] = missingArchiveFields(draft);
  return fieldsOfKind(rules.forms, 'renovation').filter((field) => field.archive && missing.includes(field.name));
}

function missingFields(
  values: RecognitionValues,
  rules: FormRules,
  record: Recorded | undefined,
): readonly MissingItem[] {
  const { kind } = values;
  if (kind === '') return [];
  const problems = safeguardProblems(values, rules, record);
  const later = missingArchive(values, rules);
  const draft: Readonly<Record<string, unknown>> = safeguardDraft(kind, values, 0, rules);
  const fields = fieldsOfKind(rules.forms, kind);
  return fields.flatMap((field) => {
    const path = pathOfField(field.name, kind, rules.forms);
    if (!problems.has(path) && !later.includes(field)) return [];
    if (!isFieldAsked(field, fields, draft, rules.options)) return [];
    const label = isFilled(draft[field.name]) ? t('{label}（有误）', { label: field.label }) : field.label;
    return [{ key: path, label, target: { path } }];
  });
}

function missingPapers(...question: Parameters<typeof missingEvidence>): readonly MissingItem[] {
  return missingEvidence(...question).map((group) => ({
    key: `evidence.${group.key}`,
    label: group.label,
    target: { category: group.categories[0] ?? group.key },
  }));
}
