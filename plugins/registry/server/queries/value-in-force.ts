import type { RevealableField } from '@anju/domain';
import type { Knex } from 'knex';

/** One value of a person, in full. */
export interface ValueInForce {
  readonly member_id: number;
  readonly region_code: string;
  readonly value: string | null;
}

const COLUMNS = {
  idNumber: ['corrected_id_number', 'registry_id_number'],
  phone: ['corrected_phone', 'registry_phone'],
} as const;

/** A person's number or phone in force; the head's when no person is named. Undefined outside the scope. */
export async function valueInForce(
  db: Knex,
  householdId: number,
  memberId: number | undefined,
  field: RevealableField,
): Promise<ValueInForce | undefined> {
  const [corrected, listed] = COLUMNS[field];
  return db('members')
    .select<ValueInForce[]>(
      'id as member_id',
      'region_code',
      db.raw(`coalesce(nullif(??, ''), ??) as value`, [corrected, listed]),
    )
    .where({ household_id: householdId, ...(memberId === undefined ? { is_head: true } : { id: memberId }) })
    .first();
}
