import { regionRange } from '@anju/domain';
import type { WarningFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import type { WarningCursor } from './warning-rows';

/** A person whose number is warned of and may be mended by a proposal; the number in force stands in full. */
export interface ProposedPerson {
  readonly warningId: number;
  readonly regionCode: string;
  readonly regionName: string;
  readonly householdId: number;
  readonly memberId: number;
  readonly personName: string;
  readonly number: string | null;
  readonly isShared: boolean;
  /** Whether a reviewer has approved the household's record. */
  readonly isReviewed: boolean;
}

/** Persons of the warnings that match for whom a number is proposed, in region order behind a cursor. */
export async function proposedPersons(
  db: Knex,
  { regionCode, kind, state, householdId }: WarningFilter & { readonly regionCode: string },
  page: { readonly after: WarningCursor | undefined; readonly limit: number },
): Promise<ProposedPerson[]> {
  const { rows } = await db.raw<{ rows: { readonly person: ProposedPerson }[] }>(
    `select json_build_object('warningId', w.id, 'regionCode', w.region_code, 'regionName', coalesce(g.full_name, w.region_code),
       'householdId', m.household_id, 'memberId', m.id, 'personName', m.name,
       'number', coalesce(nullif(m.corrected_id_number, ''), m.registry_id_number),
       'isShared', w.explanation -> 'errors' @> '["duplicate"]',
       'isReviewed', coalesce(s.review_state in ('townshipApproved', 'countyApproved'), false)) as person
     from warnings w join members m on m.id = (w.explanation ->> 'memberId')::integer
     left join safeguards s on s.household_id = m.household_id left join regions g on g.code = w.region_code
     where w.kind = 'idError' and w.state in ('open', 'rejected') and w.explanation -> 'hasProposal' = 'true'
       and (cast(:kind as text[]) is null or w.kind = any (cast(:kind as text[])))
       and (cast(:state as text[]) is null or w.state = any (cast(:state as text[])))
       and (cast(:household as integer) is null or w.household_id = :household)
       and w.region_code >= :lo and w.region_code < :hi
       and w.region_code >= :afterRegion and (w.region_code > :afterRegion or w.id > :afterId)
     order by w.region_code, w.id limit :limit`,
    {
      ...regionRange(regionCode),
      kind: kind ?? null,
      state: state ?? null,
      household: householdId ?? null,
      afterRegion: page.after?.regionCode ?? '',
      afterId: page.after?.id ?? 0,
      limit: page.limit,
    },
  );
  return rows.map(({ person }) => person);
}

export interface Correction {
  readonly memberId: number;
  /** The number in force as it was read: another one by now is left alone. */
  readonly before: string | null;
  readonly number: string;
}

/** Writes numbers as corrections, all in one statement, and answers how many; households are locked in ascending order first. */
export async function adoptNumbers(db: Knex, corrections: readonly Correction[]): Promise<number> {
  const sent = JSON.stringify(corrections);
  await db.raw(
    `select from households where id in (
       select m.household_id from members m join json_array_elements(cast(? as json)) c on m.id = (c.value ->> 'memberId')::integer)
     order by id for no key update`,
    [sent],
  );
  const { rowCount } = await db.raw<{ rowCount: number }>(
    `update members m set corrected_id_number = c.value ->> 'number'
     from json_array_elements(cast(? as json)) c
     where m.id = (c.value ->> 'memberId')::integer
       and coalesce(nullif(m.corrected_id_number, ''), m.registry_id_number) is not distinct from c.value ->> 'before'`,
    [sent],
  );
  return rowCount;
}
