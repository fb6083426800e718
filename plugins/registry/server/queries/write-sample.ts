import type { ReviewState, SafeguardKind } from '@anju/domain';
import type { Knex } from 'knex';

/** A draw as it is kept. */
export interface NewSample {
  readonly regionCode: string;
  readonly level: 'township' | 'county';
  readonly states: readonly ReviewState[];
  readonly kinds: readonly SafeguardKind[] | null;
  readonly percent: number;
  readonly seed: string;
  readonly population: readonly number[];
}

/** Keeps a draw with the households that it drew, as they stand; answers its number. */
export async function insertSample(db: Knex, sample: NewSample, drawn: readonly number[]): Promise<number> {
  const { regionCode, level, states, kinds, percent, seed, population } = sample;
  const { rows } = await db.raw<{ rows: { id: number }[] }>(
    `with made as (
       insert into anju.review_sample (region_code, drawn_region, level, states, kinds, percent, seed, population)
       values (:regionCode, :regionCode, :level, cast(:states as text[]), cast(:kinds as text[]), :percent, :seed, cast(:population as integer[])) returning id)
     select id from made`,
    { regionCode, level, states: [...states], kinds: kinds && [...kinds], percent, seed, population: [...population] },
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The sample was not kept');
  await db.raw(
    `insert into anju.review_sample_item (sample, household_id, place, region_code, version, head_name, kind, entry_person, entered_by)
     select :id, h.id, d.place, h.region_code, h.version, coalesce(p.name, ''), s.kind, coalesce(s.entry_person, ''), s.entered_by
     from unnest(cast(:drawn as integer[])) with ordinality d (id, place)
     join households h on h.id = d.id
     join safeguards s on s.household_id = h.id
     left join members p on p.household_id = h.id and p.is_head`,
    { id, drawn: [...drawn] },
  );
  return id;
}

/** Notes what was found of a household; false when it is not in the sample, or not the caller's to judge any more. */
export async function writeVerdict(
  db: Knex,
  sample: number,
  householdId: number,
  verdict: string,
  note: string | null,
): Promise<boolean> {
  const changed = await db('anju.review_sample_item')
    .where({ sample, household_id: householdId })
    .update({ verdict, note });
  return changed > 0;
}

/** Signs a sample; false when it is signed already or not the caller's. */
export async function writeSignature(
  db: Knex,
  id: number,
  signature: { readonly conclusion: string | null; readonly signedAt: string; readonly hash: string },
): Promise<boolean> {
  const { conclusion, signedAt, hash } = signature;
  const changed = await db('anju.review_sample')
    .where({ id })
    .update({ conclusion, signed_at: signedAt, report_hash: hash });
  return changed > 0;
}
