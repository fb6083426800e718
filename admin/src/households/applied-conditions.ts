import type { Choice } from '../forms/condition-select';
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

const MORE: readonly {
  readonly field: keyof ConditionDraft;
  readonly label: string;
  readonly choices?: readonly Choice[];
}[] = [
  { field: 'reviewState', label: '审核状态', choices: REVIEW_CHOICES },
  { field: 'source', label: '来源', choices: SOURCE_CHOICES },
  { field: 'linked', label: '关联', choices: LINKED_CHOICES },
  { field: 'hasWarning', label: '预警', choices: WARNING_CHOICES },
  { field: 'entryDateFrom', label: '录入时间 从' },
  { field: 'entryDateTo', label: '录入时间 到' },
  { field: 'entryPerson', label: '录入人' },
];

/** The conditions that hide under 更多条件, one chip each. */
export function appliedMore(draft: ConditionDraft): readonly AppliedCondition[] {
  return MORE.filter(({ field }) => draft[field] !== '').map(({ field, label, choices }) => ({
    text: `${label} ${choices?.find((choice) => choice.value === draft[field])?.label ?? draft[field]}`,
    without: { ...draft, [field]: '' },
  }));
}
