import { RENOVATION_TABS, type RenovationTab } from '@anju/domain';
import type { RenovationConditions } from '@anju/domain/contracts';
import { personFilter } from '../households/person-conditions';

/** What the list is asked, as the address holds it: all text, empty is no condition. Nothing about persons stands there. */
export interface RenovationQuestion {
  readonly tab: RenovationTab;
  readonly regionCode: string;
  readonly povertyType: string;
  readonly planYear: string;
  readonly renovationMode: string;
  readonly linkState: string;
}

/** The conditions that the address names; anything else is the first tab and no condition. */
export function questionOf(search: URLSearchParams): RenovationQuestion {
  const text = (name: string) => search.get(name) ?? '';
  return {
    tab: RENOVATION_TABS.find((tab) => tab === search.get('tab')) ?? 'all',
    regionCode: text('regionCode'),
    povertyType: text('povertyType'),
    planYear: text('planYear'),
    renovationMode: text('renovationMode'),
    linkState: text('linkState'),
  };
}

/** The address's part that says a question; what is empty or the default is left out. */
export function searchOf(question: RenovationQuestion): Record<string, string> {
  const entries = Object.entries(question).filter(([, value]) => value !== '' && value !== 'all');
  return Object.fromEntries(entries);
}

/** The door's filter: the question, and what is asked about the head. */
export function filterOf(question: RenovationQuestion, person: string): RenovationConditions {
  const { tab, regionCode, povertyType, planYear, renovationMode, linkState } = question;
  const { personName, idNumber } = personFilter(person);
  return {
    ...(tab === 'all' ? {} : { tab }),
    ...(regionCode ? { regionCode } : {}),
    ...(povertyType ? { povertyType } : {}),
    ...(/^\d{4}$/.test(planYear) ? { planYear: Number(planYear) } : {}),
    ...(renovationMode ? { renovationMode } : {}),
    ...(linkState === 'linked' || linkState === 'unlinked' ? { linkState } : {}),
    ...(personName ? { headName: personName } : {}),
    ...(idNumber ? { idNumber } : {}),
  };
}
