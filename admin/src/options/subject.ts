import type { OptionListRow } from '@anju/domain/contracts';
import { t } from '../language/t';

/** What the page is about: one option list, the evidence asked for, the form's required fields, or the rules of the warnings. */
export type Subject =
  | { readonly about: 'list'; readonly list: OptionListRow }
  | { readonly about: 'evidence' | 'form' | 'warnings' };

/** Lists in the order in which a clerk meets them; those that only archives know come last. */
const ORDER = [
  'appraisalResult',
  'renovationMode',
  'constructionMode',
  'planYear',
  'relocationType',
  'publicHousingType',
  'otherMeansType',
  'departureReason',
  'povertyType',
  'houseStructure',
];

/** A list's name where it stands alone; on the form 类型 stands under its kind. */
export function nameOf({ key, name }: OptionListRow): string {
  return key === 'relocationType' ? t('移民搬迁类型') : name;
}

export function inFormOrder(lists: readonly OptionListRow[]): readonly OptionListRow[] {
  const place = ({ key }: OptionListRow) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return lists.toSorted((a, b) => place(a) - place(b));
}

/** The subject that the address names; the first list without one. */
export function subjectOf(asked: string | null, lists: readonly OptionListRow[]): Subject | undefined {
  if (asked === 'evidence' || asked === 'form' || asked === 'warnings') return { about: asked };
  const ordered = inFormOrder(lists);
  const list = ordered.find(({ key }) => key === asked) ?? ordered[0];
  return list && { about: 'list', list };
}

/** The name under which the server keeps the subject's changes. */
export function changesName(subject: Subject): string {
  return subject.about === 'list' ? `options:${subject.list.key}` : subject.about;
}
