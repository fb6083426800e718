import { type StatisticsSplit } from '@anju/domain';
import type { Choice } from '../forms/condition-select';
import { SPLITS } from '../language/domain-words';
import { t } from '../language/t';
import {
  LINKED_CHOICES,
  REVIEW_CHOICES,
  SOURCE_CHOICES,
  WARNING_CHOICES,
  type ConditionDraft,
} from './condition-draft';

export interface AppliedCondition {
  readonly text: string;
  /** The draft without this condition. */
  readonly without: ConditionDraft;
}

interface Shown {
  readonly field: keyof ConditionDraft;
  readonly label: string;
  readonly choices?: readonly Choice[];
}

const MORE: readonly Shown[] = [
  { field: 'reviewState', label: t('审核状态'), choices: REVIEW_CHOICES },
  { field: 'source', label: t('来源'), choices: SOURCE_CHOICES },
  { field: 'linked', label: t('关联'), choices: LINKED_CHOICES },
  { field: 'hasWarning', label: t('预警'), choices: WARNING_CHOICES },
  { field: 'entryDateFrom', label: t('录入时间 从') },
  { field: 'entryDateTo', label: t('录入时间 到') },
  { field: 'entryPerson', label: t('录入人') },
];

const YES_OR_NO: readonly Choice[] = [
  { value: 'true', label: t('是') },
  { value: 'false', label: t('否') },
];

function optionsOf({ values }: StatisticsSplit): readonly Choice[] {
  return values;
}

const COUNTED: readonly Shown[] = [
  { field: 'renovationMode', label: t('改造方式'), choices: optionsOf(SPLITS.renovationMode) },
  { field: 'constructionMode', label: t('建设方式'), choices: optionsOf(SPLITS.constructionMode) },
  { field: 'relocationState', label: t('搬迁进度'), choices: optionsOf(SPLITS.relocationState) },
  { field: 'relocationType', label: t('移民搬迁类型'), choices: optionsOf(SPLITS.relocationType) },
  { field: 'publicHousingType', label: t('公益性住房'), choices: optionsOf(SPLITS.publicHousingType) },
  { field: 'otherMeansType', label: t('其他保障方式'), choices: optionsOf(SPLITS.otherMeansType) },
  { field: 'accepted', label: t('已验收'), choices: YES_OR_NO },
  { field: 'completed', label: t('已竣工'), choices: YES_OR_NO },
  { field: 'archiveIncomplete', label: t('档案未完成'), choices: YES_OR_NO },
  { field: 'povertyExited', label: t('已脱贫'), choices: YES_OR_NO },
  { field: 'exactRegion', label: t('未落实到下级'), choices: YES_OR_NO },
];

/** The conditions that hide under 更多条件, one chip each. */
export function appliedMore(draft: ConditionDraft): readonly AppliedCondition[] {
  return applied(MORE, draft);
}

/** The conditions that come from a count of the statistics and have no field: their chips are the only way to remove one. */
export function appliedCounted(draft: ConditionDraft): readonly AppliedCondition[] {
  return applied(COUNTED, draft);
}

function applied(shown: readonly Shown[], draft: ConditionDraft): readonly AppliedCondition[] {
  return shown
    .filter(({ field }) => draft[field] !== '')
    .map(({ field, label, choices = [] }) => ({
      text: `${label} ${labelsOf(draft[field], choices)}`,
      without: { ...draft, [field]: '' },
    }));
}

function labelsOf(joined: string, choices: readonly Choice[]): string {
  const labels = joined.split(',').map((value) => choices.find((choice) => choice.value === value)?.label ?? value);
  return labels.join(t('、'));
}
