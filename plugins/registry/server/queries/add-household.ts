import type { NewHousehold } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** Writes a household beside the list with its persons and answers its id. What the clerk brings stands in the list's place until a list comes. */
export async function addHousehold(
  db: Knex,
  { regionCode, verificationNote, members }: Pick<NewHousehold, 'regionCode' | 'verificationNote' | 'members'>,
): Promise<number> {
  const rows = await db('households')
    .insert({
      region_code: regionCode,
      source: 'offList',
      member_count: members.length,
      verification_note: verificationNote,
      recognised: false,
      version: 1,
    })
    .returning<{ id: number }[]>('id');
  const [row] = rows;
  if (!row) throw new Error('The household was not written');
  await db('members').insert(
    members.map((member) => ({
      household_id: row.id,
      region_code: regionCode,
      name: member.name,
      is_head: member.isHead,
      relation_to_head: member.isHead ? '户主' : (member.relationToHead ?? null),
      gender: member.gender ?? null,
      registry_id_number: member.idNumber ?? null,
      registry_phone: member.phone ?? null,
    })),
  );
  return row.id;
}
