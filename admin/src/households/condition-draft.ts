import { EXIT_YEARS, RELOCATION_STATES, REVIEW_STATES, SAFEGUARD_KINDS, HOUSEHOLD_SOURCES } from '@anju/domain';
import {
  LINKED_RECORD_LABELS,
  REVIEW_STATE_LABELS,
  SAFEGUARD_GROUPS,
  SAFEGUARD_KIND_LABELS,
  SOURCE_LABELS,
} from '../language/domain-words';
import { t } from '../language/t';
import { onTab, tabOf, withoutEmpty, LIST_TABS, TAB_LABELS, type ListFilter, type ListTab } from './list-filter';

/** The conditions as typed, all text; empty is no condition. */
export interface ConditionDraft {
  readonly regionCode: string;
  readonly person: string;
  readonly kind: string;
  readonly appraisalResult: string;
  readonly exitYear: string;
  readonly tab: ListTab;
  readonly reviewState: string;
  readonly source: string;
  readonly linked: string;
  /** `true` or `false` as text. */
  readonly hasWarning: string;
  readonly entryDateFrom: string;
  readonly entryDateTo: string;
  readonly entryPerson: string;
  readonly renovationMode: string;
  readonly constructionMode: string;
  readonly relocationState: string;
  readonly relocationType: string;
  readonly publicHousingType: string;
  readonly otherMeansType: string;
  readonly accepted: string;
  readonly completed: string;
  readonly archiveIncomplete: string;
  readonly povertyExited: string;
  readonly exactRegion: string;
}

/** Several values of one condition are joined by commas. */
const text = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(String).join();
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
};

/** The draft that shows a filter. */
export function draftOf(filter: ListFilter, person: string, root: string): ConditionDraft {
  return {
    regionCode: filter.regionCode ?? root,
    person,
    kind: text(filter.kind),
    appraisalResult: text(filter.appraisalResult),
    exitYear: text(filter.exitYear),
    tab: tabOf(filter),
    reviewState: text(filter.reviewState),
    source: text(filter.source),
    linked: text(filter.linked),
    hasWarning: text(filter.hasWarning),
    entryDateFrom: text(filter.entryDateFrom),
    entryDateTo: text(filter.entryDateTo),
    entryPerson: text(filter.entryPerson),
    renovationMode: text(filter.renovationMode),
    constructionMode: text(filter.constructionMode),
    relocationState: text(filter.relocationState),
    relocationType: text(filter.relocationType),
    publicHousingType: text(filter.publicHousingType),
    otherMeansType: text(filter.otherMeansType),
    accepted: text(filter.accepted),
    completed: text(filter.completed),
    archiveIncomplete: text(filter.archiveIncomplete),
    povertyExited: text(filter.povertyExited),
    exactRegion: text(filter.exactRegion),
  };
}

/** The filter that a draft asks for; the person conditions travel beside it. */
export function filterOf(draft: ConditionDraft, current: ListFilter, root: string): ListFilter {
  const filter: ListFilter = {
    recognised: current.recognised,
    departed: current.departed,
    regionCode: draft.regionCode === root ? undefined : draft.regionCode,
    kind: chosen(SAFEGUARD_KINDS, draft.kind),
    appraisalResult: several(draft.appraisalResult),
    exitYear: several(draft.exitYear)?.map((year) => (year === 'missing' ? year : Number(year))),
    reviewState: chosen(REVIEW_STATES, draft.reviewState),
    source: chosen(HOUSEHOLD_SOURCES, draft.source)?.[0],
    linked: chosen(LINKED_CHOICE_KEYS, draft.linked)?.[0],
    hasWarning: yesOrNo(draft.hasWarning),
    entryDateFrom: draft.entryDateFrom || undefined,
    entryDateTo: draft.entryDateTo || undefined,
    entryPerson: draft.entryPerson.trim() || undefined,
    renovationMode: several(draft.renovationMode),
    constructionMode: several(draft.constructionMode),
    relocationState: chosen(RELOCATION_STATES, draft.relocationState),
    relocationType: several(draft.relocationType),
    publicHousingType: several(draft.publicHousingType),
    otherMeansType: several(draft.otherMeansType),
    accepted: yesOrNo(draft.accepted),
    completed: yesOrNo(draft.completed),
    archiveIncomplete: yesOrNo(draft.archiveIncomplete),
    povertyExited: yesOrNo(draft.povertyExited),
    exactRegion: yesOrNo(draft.exactRegion),
  };
  return withoutEmpty(onTab(filter, draft.tab));
}

function several(joined: string): string[] | undefined {
  return joined === '' ? undefined : joined.split(',');
}

function yesOrNo(value: string): boolean | undefined {
  return value === '' ? undefined : value === 'true';
}

/** The values that a comma-joined text names; undefined when it names none. */
function chosen<Value extends string>(values: readonly Value[], joined: string): Value[] | undefined {
  const named = values.filter((value) => joined.split(',').includes(value));
  return named.length > 0 ? named : undefined;
}

const LINKED_CHOICE_KEYS = ['renovation', 'relocationEntry', 'none'] as const;

/** The six kinds, then the groups of several kinds that the statistics sum up. */
export const KIND_CHOICES = [
  ...SAFEGUARD_KINDS.map((value) => ({ value: text(value), label: SAFEGUARD_KIND_LABELS[value] })),
  ...SAFEGUARD_GROUPS.filter((group) => group.kinds.length > 1).map((group) => ({
    value: group.kinds.join(),
    label: t('{label}（合计）', { label: group.label }),
  })),
];
export const EXIT_YEAR_CHOICES = [
  ...EXIT_YEARS.map((year) => ({ value: String(year), label: String(year) })),
  { value: 'missing', label: t('年份缺失') },
];
export const REVIEW_CHOICES = REVIEW_STATES.map((value) => ({ value, label: REVIEW_STATE_LABELS[value] }));
export const SOURCE_CHOICES = HOUSEHOLD_SOURCES.map((value) => ({ value, label: SOURCE_LABELS[value] }));
export const TAB_CHOICES = LIST_TABS.filter((tab) => tab !== 'all').map((value) => ({
  value,
  label: TAB_LABELS[value],
}));
export const WARNING_CHOICES = [
  { value: 'true', label: t('有预警') },
  { value: 'false', label: t('无预警') },
] as const;
export const LINKED_CHOICES = [
  { value: 'renovation', label: LINKED_RECORD_LABELS.renovation },
  { value: 'relocationEntry', label: LINKED_RECORD_LABELS.relocationEntry },
  { value: 'none', label: t('无关联信息') },
] as const;
