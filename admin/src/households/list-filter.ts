import type { HouseholdConditions } from '@anju/domain/contracts';
import { t } from '../language/t';

/** Conditions that may stand in the address: nothing about persons. */
export type ListFilter = Omit<HouseholdConditions, 'personName' | 'idNumber'>;

export const LIST_TABS = ['unrecognised', 'recognised', 'all', 'departed'] as const;
export type ListTab = (typeof LIST_TABS)[number];

export const TAB_LABELS: Readonly<Record<ListTab, string>> = {
  unrecognised: t('未认定'),
  recognised: t('已认定'),
  all: t('全部'),
  departed: t('已说明退出'),
};

const TAB_FILTERS: Readonly<Record<ListTab, ListFilter>> = {
  unrecognised: { recognised: false, departed: false },
  recognised: { recognised: true },
  all: {},
  departed: { recognised: false, departed: true },
};

/** Which tab a filter stands on. Unrecognised households with and without an explained departure share a tab. */
export function tabOf({ recognised, departed }: ListFilter): ListTab {
  if (departed === true) return 'departed';
  if (recognised === undefined) return 'all';
  return recognised ? 'recognised' : 'unrecognised';
}

/** The same conditions on another tab. */
export function onTab(filter: ListFilter, tab: ListTab): ListFilter {
  if (tabOf(filter) === tab) return filter;
  const { recognised: _recognised, departed: _departed, ...rest } = filter;
  return { ...rest, ...TAB_FILTERS[tab] };
}

/** Households that are not recognised because they are gone. */
export const DEPARTED: ListFilter = TAB_FILTERS.departed;

/** What both lists start with (document): households that nobody has recognised yet. */
export const UNRECOGNISED: ListFilter = TAB_FILTERS.unrecognised;

/** The filter without conditions that are not set. */
export function withoutEmpty(filter: ListFilter): ListFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));
}

/** The address of the list that a count counts. */
export function listAddress(filter: ListFilter): string {
  return `/query?${new URLSearchParams({ filter: JSON.stringify(withoutEmpty(filter)) })}`;
}
