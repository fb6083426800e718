import type { FormDefinition, HouseholdRecord } from '@anju/domain/contracts';
import type { FocusTarget } from '../recognition-context';
import { pathOfField } from './safeguard-draft';
import { memberKey } from './values';

/** A reason for which the record was returned, and the place of the form that it is about. */
export interface PlacedReason {
  readonly field: string;
  readonly text: string;
  /** Undefined for the record as a whole. */
  readonly target: FocusTarget | undefined;
}

/** The reasons of a record that is returned now, at their places; none once it was handed in again. */
export function placedReasons({ safeguard }: HouseholdRecord, forms: FormDefinition): readonly PlacedReason[] {
  if (safeguard?.reviewState !== 'returned') return [];
  return safeguard.returnReasons.map(({ field, text }) => ({ field, text, target: targetOf(field) }));

  function targetOf(field: string): FocusTarget | undefined {
    if (!safeguard || field === 'record') return undefined;
    if (field === 'kind' || field === 'regionCode') return { path: field };
    const [, member] = /^members\.(\d+)$/.exec(field) ?? [];
    if (member !== undefined) return { path: `members.${memberKey({ id: Number(member) })}.correctedIdNumber` };
    if (field.startsWith('evidence.')) return { category: field.slice('evidence.'.length) };
    return { path: pathOfField(field, safeguard.kind, forms) };
  }
}
