import type { HouseholdRecord, HouseholdRow } from '@anju/domain/contracts';
import type { TestApp } from '../../harness/app';
import type { TestDatabase } from '../../harness/database';

export const COUNTY = '520425';
export const OTHER_COUNTY = '520402';

const PERSONS = {
  entryPerson: '罗文静',
  entryDate: '2020-06-01',
  townshipReviewer: '杨审核',
  countyReviewer: '王审核',
};

/** A recognition that every rule accepts, by kind. */
export const RECOGNITIONS = {
  originalSafe: {
    kind: 'originalSafe',
    appraisalResult: 'gradeB',
    appraiser: '王工',
    appraisalDate: '2019-05-01',
    ...PERSONS,
  },
  renovation: { kind: 'renovation', originalAppraisalResult: 'gradeD', ...PERSONS },
  povertyRelocation: {
    kind: 'povertyRelocation',
    startDate: '2017-03-01',
    completionDate: '2018-09-01',
    moveInDate: '2018-12-01',
    ...PERSONS,
  },
  otherRelocation: {
    kind: 'otherRelocation',
    relocationType: 'reservoirResettlement',
    startDate: '2016-03-01',
    completionDate: '2017-09-01',
    notMovedIn: true,
    ...PERSONS,
  },
  publicHousing: { kind: 'publicHousing', publicHousingType: 'elderlyHome', moveInDate: '2018-01-01', ...PERSONS },
  otherMeans: { kind: 'otherMeans', otherMeansType: 'other', kindNote: '借用村委会闲置房屋', ...PERSONS },
} as const;

/** Ids of unrecognised households of a county, in region order. */
export async function unrecognisedIds(app: TestDatabase, county = COUNTY): Promise<number[]> {
  const { rows } = await app.owner.query<{ id: number }>(
    `select id from households where not recognised and departure_reason is null and source = 'registry'
       and region_code like $1 || '%' order by region_code, id`,
    [county],
  );
  return rows.map(({ id }) => id);
}

/** Of these households, those of which no archive holds a person. */
export async function withoutArchive(app: TestDatabase, ids: readonly number[]): Promise<number[]> {
  const { rows } = await app.owner.query<{ household_id: number }>(
    'select m.household_id from members m join renovations r using (id_key) where m.household_id = any ($1)',
    [ids],
  );
  const linked = new Set(rows.map((row) => row.household_id));
  return ids.filter((id) => !linked.has(id));
}

/** Takes unrecognised households of the clerk's county of which no archive holds a person, one after the other. */
export async function householdsToTake(app: TestDatabase): Promise<() => number> {
  const ids = await withoutArchive(app, await unrecognisedIds(app));
  return () => {
    const id = ids.shift();
    if (id === undefined) throw new Error('The demonstration holds too few unrecognised households');
    return id;
  };
}

/** What the database holds of a household and its safeguard, to show that nothing changed. */
export async function storedState(app: TestDatabase, id: number): Promise<unknown> {
  const { rows } = await app.owner.query(
    `select to_jsonb(h) as household, (select jsonb_agg(to_jsonb(m) order by m.id) from members m where m.household_id = h.id) as members,
       (select to_jsonb(s) from safeguards s where s.household_id = h.id) as safeguard,
       (select jsonb_agg(to_jsonb(e) order by e.id) from evidences e where e.household_id = h.id) as evidence,
       (select count(*) from renovations) as renovations
     from households h where h.id = $1`,
    [id],
  );
  return rows[0];
}

/** A photo of a household, without a file; answers its number. */
export async function addEvidence(app: TestDatabase, household: number): Promise<number> {
  const { rows } = await app.owner.query<{ id: number }>(
    `insert into evidences (household_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key)
     select id, region_code, 'otherMaterial', 'a.jpg', 'image/jpeg', 1, gen_random_uuid(), 'aa/bb/' || gen_random_uuid() from households
     where id = $1 returning id`,
    [household],
  );
  return rows[0]?.id ?? -1;
}

/** The record as a clerk of the county reads it. */
export async function recordOf(app: TestApp, id: number, username = 'demo-clerk'): Promise<HouseholdRecord> {
  const clerk = await app.as(username);
  const answer = await clerk.get(`/api/registry/households/${id}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as HouseholdRecord;
}

/** Address of the household list under a filter. */
export function listAddress(filter: object, more: Readonly<Record<string, string>> = {}): string {
  return `/api/registry/households?${new URLSearchParams({ filter: JSON.stringify(filter), ...more }).toString()}`;
}

/** Rows of a list answer. */
export function rowsOf(answer: { readonly body: unknown }): HouseholdRow[] {
  return answer.body as HouseholdRow[];
}
