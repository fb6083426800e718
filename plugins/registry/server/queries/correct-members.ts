import type { Knex } from 'knex';

/** What is corrected of one person; a field left out stays as it is, null takes the correction away. */
export interface MemberCorrection {
  readonly id: number;
  readonly correctedIdNumber?: string | null | undefined;
  readonly correctedPhone?: string | null | undefined;
}

/** Writes the corrections of a household's members in one statement. A JSON null is a value, a missing key is SQL's null. */
export async function correctMembers(
  db: Knex,
  householdId: number,
  corrections: readonly MemberCorrection[],
): Promise<void> {
  await db.raw(
    `update members m set
       corrected_id_number = case when c.value->'correctedIdNumber' is null then m.corrected_id_number else c.value->>'correctedIdNumber' end,
       corrected_phone = case when c.value->'correctedPhone' is null then m.corrected_phone else c.value->>'correctedPhone' end
     from json_array_elements(cast(? as json)) c
     where m.household_id = ? and m.id = (c.value->>'id')::integer`,
    [JSON.stringify(corrections), householdId],
  );
}
