import type { Knex } from 'knex';

/** A photo that is still to be compared with those of other households. */
export interface WaitingPhoto {
  readonly id: number;
  readonly storage_key: string;
  readonly thumbnail_key: string | null;
}

/**
 * Keeps a photo's print and joins it to the photos of the whole node that look the same; null for a picture that has no print.
 * `uploading`: a photo that is uploaded at the same moment cannot be seen yet, it is looked at once more.
 */
export async function placePhoto(
  db: Knex,
  id: number,
  prints: readonly string[] | null,
  moment: 'uploading' | 'later',
): Promise<void> {
  await db.raw('select anju.place_photo(?, cast(? as bit(256)[]), ?)', [id, [...(prints ?? [])], moment === 'later']);
}

/** Photos in the scope that were uploaded a while ago and not looked at again, oldest first. */
export async function uploadedPhotos(db: Knex, seconds: number, limit: number): Promise<readonly WaitingPhoto[]> {
  const result = await db.raw<{ rows: WaitingPhoto[] }>(
    `select e.id, e.storage_key, e.thumbnail_key from anju.photo_print p join evidences e on e.id = p.evidence_id
     where not p.settled and p.printed_at <= now() - make_interval(secs => ?) order by p.printed_at limit ?`,
    [seconds, limit],
  );
  return result.rows;
}

/** Photos in the scope, after one of them, that have no print yet. */
export async function unprintedPhotos(
  db: Knex,
  categories: readonly string[],
  after: number,
  limit: number,
): Promise<readonly WaitingPhoto[]> {
  const result = await db.raw<{ rows: WaitingPhoto[] }>(
    `select e.id, e.storage_key, e.thumbnail_key from evidences e
     where e.id > ? and e.household_id is not null and e.category = any (cast(? as text[]))
       and not exists (select from anju.photo_print p where p.evidence_id = e.id)
     order by e.id limit ?`,
    [after, [...categories], limit],
  );
  return result.rows;
}

/** Takes the turn of the photos' job until the transaction ends; false when another process has it. */
export async function takePhotoTurn(db: Knex): Promise<boolean> {
  const result = await db.raw<{ rows: { taken: boolean }[] }>('select pg_try_advisory_xact_lock(726037) as taken');
  return result.rows[0]?.taken === true;
}
