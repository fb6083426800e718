import { regionRange, type WarningKind, type WarningState } from '@anju/domain';
import type { Knex } from 'knex';

/** A special case that waits to be sent. */
export interface WaitingCase {
  readonly id: number;
  /** The part of the sender's region that it lies in. */
  readonly region_code: string;
  readonly region_name: string;
}

interface Question {
  readonly regionCode: string;
  readonly state: WarningState;
  readonly kinds: readonly WarningKind[] | undefined;
  /** How many digits the code of a part has. */
  readonly partLength: number;
  readonly most: number;
}

/** The special cases of a region that wait in a state, locked against other steps, in region order. */
export async function waitingSpecialCases(db: Knex, question: Question): Promise<WaitingCase[]> {
  const { rows } = await db.raw<{ rows: WaitingCase[] }>(
    `select w.id, left(w.region_code, :length) as region_code,
       coalesce((select coalesce(r.full_name, r.name) from regions r where r.code = left(w.region_code, :length)), w.region_code) as region_name
     from warnings w
     where ${WAITING}
     order by w.region_code, w.id limit :most for no key update`,
    { ...bindings(question), length: question.partLength, most: question.most },
  );
  return rows;
}

/** How many special cases wait like that. */
export async function waitingSpecialCaseCount(db: Knex, question: Question): Promise<number> {
  const { rows } = await db.raw<{ rows: { readonly n: number }[] }>(
    `select count(*)::integer as n from warnings w where ${WAITING}`,
    bindings(question),
  );
  return rows[0]?.n ?? 0;
}

const WAITING = `w.state = :state and w.region_code >= :lo and w.region_code < :hi
       and (cast(:kinds as text[]) is null or w.kind = any (cast(:kinds as text[])))`;

function bindings({ regionCode, state, kinds }: Question) {
  return { ...regionRange(regionCode), state, kinds: kinds ?? null };
}
