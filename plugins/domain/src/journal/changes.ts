import type { JournalChange } from '../contracts/journal';
import { maskIdNumber, maskName, maskPhone } from '../identity-number';
import { REVIEW_STATE_LABELS, SAFEGUARD_KIND_LABELS, SOURCE_LABELS } from '../labels';
import { JOURNAL_ACTION_LABELS, JOURNAL_FIELD_LABELS, JOURNAL_SUBJECT_LABELS } from './labels';

export interface JournalledValues {
  readonly action: string;
  readonly subjectTable: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Label of an option by its key, or undefined. */
export type OptionLabel = (key: string) => string | undefined;

/** `inFull`: for those who compare the record itself with a paper list. */
export type Sight = 'masked' | 'inFull';

interface Reading {
  readonly table: string;
  readonly optionLabel: OptionLabel;
  readonly sight: Sight;
}

/** Tables without people of the register: configuration and accounts. */
const WITHOUT_PEOPLE: Readonly<Record<string, true>> = {
  regions: true,
  option_lists: true,
  options: true,
  up_users: true,
  up_users_role_lnk: true,
  sign_in_policy: true,
};
const LONGEST_TEXT = 100;
/** Order numbers that Strapi keeps with its relations. */
const LEFT_OUT = new Set(['userOrd', 'roleOrd']);
const DAY_OR_TIME = /^\d{4}-\d{2}-\d{2}([T ][\d:.+Z]*)?$/;

const NAMES = new Set([
  'name',
  'headName',
  'personName',
  'acceptedBy',
  'appraiser',
  'confirmedBy',
  'countyReviewer',
  'entryPerson',
  'townshipReviewer',
  'by',
]);
const NUMBERS = new Set(['idNumber', 'registryIdNumber', 'correctedIdNumber', 'idNumbers']);
const PHONES = new Set(['phone', 'registryPhone', 'correctedPhone', 'contact']);

/** What stands in the field of a number and is none could be anything. */
const NUMBER = /^[0-9A-Za-z]{1,30}$/;
const PHONE = /^[0-9+() -]{1,30}$/;

/** Texts that say nothing of a person; every other text of people's tables is counted, not shown. */
const HARMLESS = new Set([
  'action',
  'actor',
  'appraisalResult',
  'archiveNumber',
  'category',
  'constructionMode',
  'county',
  'duty',
  'exitYear',
  'fault',
  'field',
  'format',
  'hash',
  'householdNumber',
  'kind',
  'linked',
  'mimeType',
  'originalAppraisalResult',
  'otherMeansType',
  'povertyAttribute',
  'povertyType',
  'publicHousingType',
  'regionCode',
  'registryNumber',
  'registryRegionCode',
  'relocationState',
  'relocationType',
  'renovationMode',
  'reportHash',
  'requestId',
  'resettlementMode',
  'resource',
  'reviewState',
  'seed',
  'source',
  'state',
  'states',
  'status',
  'step',
  'structure',
  'subjectTable',
]);

/** The fields of an entry with their labels, old and new, so that nothing shows of a person but the first character and the ends of numbers. */
export function journalChanges(
  { action, subjectTable, detail }: JournalledValues,
  optionLabel: OptionLabel,
  sight: Sight = 'masked',
): JournalChange[] {
  const words = (field: string, value: unknown) =>
    valueWords(field, value, { table: subjectTable, optionLabel, sight });
  return Object.entries(detail).flatMap(([key, value]): JournalChange[] => {
    const field = camelCase(key);
    if (LEFT_OUT.has(field)) return [];
    if (isPair(value) && action === 'update') {
      return [{ field, label: labelOf(field), before: words(field, value[0]), after: words(field, value[1]) }];
    }
    return partsOf(field, value).map(([part, plain]) => {
      const shown = words(part.split('.').at(-1) ?? part, plain);
      const isGone = action === 'delete';
      return { field: part, label: labelOf(part), before: isGone ? shown : null, after: isGone ? null : shown };
    });
  });
}

/** What a door wrote down may hold objects, such as the conditions of an export: each of their fields is one of the entry. */
function partsOf(field: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [[field, value]];
  return Object.entries(value).flatMap(([key, part]) => partsOf(`${field}.${camelCase(key)}`, part));
}

function isPair(value: unknown): value is readonly [unknown, unknown] {
  return Array.isArray(value) && value.length === 2;
}

function labelOf(field: string): string {
  return field
    .split('.')
    .map((part) => JOURNAL_FIELD_LABELS[part] ?? part)
    .join('：');
}

function camelCase(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

function valueWords(field: string, value: unknown, reading: Reading): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return NUMBERS.has(field) || PHONES.has(field) ? hidden(String(value)) : String(value);
  if (Array.isArray(value)) {
    const isPlain = value.every((item) => typeof item !== 'object' || item === null);
    return isPlain
      ? value.map((item) => valueWords(field, item, reading) ?? '空').join('、')
      : `（${value.length} 项）`;
  }
  return typeof value === 'string' ? textWords(field, value, reading) : '（内容不显示）';
}

function textWords(field: string, text: string, { table, optionLabel, sight }: Reading): string {
  if (sight === 'inFull') return cut(known(field, text) ?? optionLabel(text) ?? text);
  if (NUMBERS.has(field)) return NUMBER.test(text) ? maskIdNumber(text) : hidden(text);
  if (PHONES.has(field)) return PHONE.test(text) ? maskPhone(text) : hidden(text);
  if (WITHOUT_PEOPLE[table]) return cut(text);
  if (NAMES.has(field)) return maskName(text);
  if (HARMLESS.has(field)) return cut(known(field, text) ?? optionLabel(text) ?? text);
  return DAY_OR_TIME.test(text) ? text : hidden(text);
}

/** Fields whose texts are keys of the vocabulary. */
const LABELLED = new Set(['kind', 'reviewState', 'source', 'states']);

function known(field: string, text: string): string | undefined {
  if (field === 'field') return JOURNAL_FIELD_LABELS[text];
  if (field === 'action') return JOURNAL_ACTION_LABELS[text];
  if (field === 'subjectTable') return JOURNAL_SUBJECT_LABELS[text];
  const labels: Readonly<Record<string, string>> = {
    ...SAFEGUARD_KIND_LABELS,
    ...REVIEW_STATE_LABELS,
    ...SOURCE_LABELS,
  };
  return LABELLED.has(field) ? labels[text] : undefined;
}

function hidden(text: string): string {
  return `（${[...text].length} 个字，不显示）`;
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
}
