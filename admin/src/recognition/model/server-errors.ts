import type { HouseholdCorrection, HouseholdRecord } from '@anju/domain/contracts';
import { HttpError } from 'ra-core';
import { pathOfField, type FormRules } from './safeguard-draft';
import { memberKey, type FieldPath, type RecognitionValues } from './values';

/** The server's sentences by input; sentences about anything that is no input stay in its message. */
export function correctionErrors(
  error: unknown,
  sent: HouseholdCorrection,
  record: HouseholdRecord,
): ReadonlyMap<FieldPath, string> {
  const errors = new Map<FieldPath, string>();
  for (const [field, message] of errorsOf(error)) {
    const path = correctionPath(field, sent, record);
    if (path) errors.set(path, message);
  }
  return errors;
}

/** The server's sentences on the recognition by input. */
export function safeguardErrors(
  error: unknown,
  values: RecognitionValues,
  { forms }: FormRules,
): ReadonlyMap<FieldPath, string> {
  const { kind } = values;
  const known = forms.common.concat(forms.kinds.find((form) => form.kind === kind)?.fields ?? []);
  return new Map(
    errorsOf(error).flatMap(([field, message]): [FieldPath, string][] => {
      if (field === 'kind' || kind === '') return [['kind', message]];
      return known.some(({ name }) => name === field) ? [[pathOfField(field, kind, forms), message]] : [];
    }),
  );
}

/** The record as it stands now, when the failure is a conflict of versions. */
export function currentRecordOf(error: unknown): HouseholdRecord | undefined {
  const body: unknown = error instanceof HttpError && error.status === 409 ? error.body : undefined;
  if (typeof body !== 'object' || body === null || !('current' in body)) return undefined;
  // A conflict answers with the record door's own shape.
  return body.current as HouseholdRecord;
}

function errorsOf(error: unknown): readonly [string, string][] {
  const body: unknown = error instanceof HttpError ? error.body : undefined;
  if (typeof body !== 'object' || body === null || !('errors' in body)) return [];
  const { errors } = body;
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).map(([field, message]) => [field, String(message)]);
}

function correctionPath(field: string, sent: HouseholdCorrection, record: HouseholdRecord): FieldPath | undefined {
  if (field === 'remark' || field === 'departureReason' || field === 'regionCode') return field;
  const extra = /^extras\.(.+)$/.exec(field)?.[1];
  if (extra !== undefined) return `extras.${extra}`;
  const [, index, name] = /^members\.(\d+)\.(\w+)$/.exec(field) ?? [];
  const member = sent.members?.[Number(index)] ?? record.members.find(({ isHead }) => isHead);
  const asked = name ?? field;
  if (!member || (asked !== 'correctedIdNumber' && asked !== 'correctedPhone')) return undefined;
  return `members.${memberKey(member)}.${asked}`;
}
