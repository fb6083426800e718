import type { SafeguardKind } from '@anju/domain';
import type { FormDefinition, HouseholdRecord, KindForm, MemberRecord, SignedInUser } from '@anju/domain/contracts';
import { extraText } from './extras';
import { fieldText, type FieldValue } from './field-text';

export interface MemberValues {
  correctedIdNumber: string;
  correctedPhone: string;
}

/** What stands in the form, as typed. Each kind keeps its own values, so that switching kinds loses and mixes nothing. */
export interface RecognitionValues {
  kind: SafeguardKind | '';
  common: Record<string, FieldValue>;
  kinds: Record<string, Record<string, FieldValue>>;
  members: Record<string, MemberValues>;
  remark: string;
  departureReason: string;
  /** The household's place: a township or village. */
  regionCode: string;
  /** Fields that were added to the household, by name. */
  extras: Record<string, string>;
}

/** The name of one input in the form. */
export type FieldPath =
  | 'kind'
  | 'remark'
  | 'departureReason'
  | 'regionCode'
  | `extras.${string}`
  | `common.${string}`
  | `kinds.${string}.${string}`
  | `members.${string}.${keyof MemberValues}`;

/** What the form is first filled from besides the record. */
export interface FormDefaults {
  readonly forms: FormDefinition;
  readonly user: Pick<SignedInUser, 'name' | 'townshipReviewer' | 'countyReviewer'>;
  readonly today: string;
}

const OWN_CORRECTIONS: ReadonlySet<FieldPath> = new Set(['remark', 'departureReason', 'regionCode']);

/** Whether an input belongs to the corrections, which are saved by a door of their own. */
export function isCorrection(path: FieldPath): boolean {
  return OWN_CORRECTIONS.has(path) || path.startsWith('members.') || path.startsWith('extras.');
}

/** The form's key of a member; text, since form libraries take numbers for places in an array. */
export function memberKey({ id }: Pick<MemberRecord, 'id'>): string {
  return `m${id}`;
}

/** The form of a household as it is opened: what is recognised, else the defaults and what the archive proposes. */
export function initialValues(record: HouseholdRecord, { forms, user, today }: FormDefaults): RecognitionValues {
  const persons: Readonly<Record<string, unknown>> = record.safeguard ?? {
    entryPerson: user.name,
    entryDate: today,
    townshipReviewer: user.townshipReviewer,
    countyReviewer: user.countyReviewer,
  };
  return {
    kind: record.safeguard?.kind ?? '',
    common: Object.fromEntries(forms.common.map((field) => [field.name, fieldText(field, persons[field.name])])),
    kinds: Object.fromEntries(forms.kinds.map((form) => [form.kind, kindValues(form, record)])),
    members: Object.fromEntries(record.members.map((member) => [memberKey(member), memberValues(member)])),
    remark: record.remark ?? '',
    departureReason: record.departureReason ?? '',
    regionCode: record.regionCode,
    extras: Object.fromEntries(record.extras.map(({ name, value }) => [name, extraText(value)])),
  };
}

/** Every input of the form by its name. */
export function flatValues(values: RecognitionValues): ReadonlyMap<FieldPath, FieldValue> {
  const flat = new Map<FieldPath, FieldValue>();
  flat.set('kind', values.kind).set('remark', values.remark).set('departureReason', values.departureReason);
  flat.set('regionCode', values.regionCode);
  for (const [name, value] of Object.entries(values.extras)) flat.set(`extras.${name}`, value);
  for (const [name, value] of Object.entries(values.common)) flat.set(`common.${name}`, value);
  for (const [kind, fields] of Object.entries(values.kinds)) {
    for (const [name, value] of Object.entries(fields)) flat.set(`kinds.${kind}.${name}`, value);
  }
  for (const [key, member] of Object.entries(values.members)) {
    flat.set(`members.${key}.correctedIdNumber`, member.correctedIdNumber);
    flat.set(`members.${key}.correctedPhone`, member.correctedPhone);
  }
  return flat;
}

/** The inputs whose value differs between two states of the form. */
export function differingPaths(left: RecognitionValues, right: RecognitionValues): readonly FieldPath[] {
  const other = flatValues(right);
  return [...flatValues(left)].flatMap(([path, value]) => (other.get(path) === value ? [] : [path]));
}

function memberValues(member: MemberRecord): MemberValues {
  return { correctedIdNumber: member.correctedIdNumber ?? '', correctedPhone: member.correctedPhone ?? '' };
}

function kindValues({ kind, fields }: KindForm, record: HouseholdRecord): Record<string, FieldValue> {
  const source = kindSource(kind, record);
  return Object.fromEntries(fields.map((field) => [field.name, fieldText(field, source[field.name])]));
}

/** The fields of a renovation live in its archive; before the household is recognised, archive and relocation list propose theirs. */
function kindSource(
  kind: SafeguardKind,
  { safeguard, renovation, relocationEntry }: HouseholdRecord,
): Readonly<Record<string, unknown>> {
  if (kind === 'renovation') return { ...renovation, kindNote: renovation?.modeNote ?? safeguardNote(safeguard, kind) };
  if (kind === 'povertyRelocation' && !safeguard) return relocationEntry ?? {};
  return safeguard?.kind === kind ? safeguard : {};
}

function safeguardNote(safeguard: HouseholdRecord['safeguard'], kind: SafeguardKind): string | null {
  return safeguard?.kind === kind ? safeguard.kindNote : null;
}
