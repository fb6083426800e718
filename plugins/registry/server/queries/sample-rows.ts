import type { Knex } from 'knex';

const ROW = `json_build_object(
  'id', s.id, 'regionCode', s.region_code, 'regionName', coalesce(g.full_name, s.region_code), 'level', s.level,
  'states', s.states, 'kinds', s.kinds, 'percent', s.percent::float, 'seed', s.seed, 'population', cardinality(s.population),
  'sampled', i.sampled, 'passed', i.passed, 'faulty', i.faulty, 'drawnByName', anju.account_name(s.creator), 'drawnAt', s.at,
  'isOwn', s.creator = anju.actor(), 'signedAt', s.signed_at)`;

const COUNTS = `cross join lateral (
  select count(*)::int as sampled, count(*) filter (where verdict = 'passed')::int as passed,
    count(*) filter (where verdict = 'faulty')::int as faulty
  from anju.review_sample_item i where i.sample = s.id) i`;

/** Samples of the caller's region, newest first. */
export async function sampleRows(db: Knex, page: { readonly limit: number; readonly offset: number }) {
  const { rows } = await db.raw<{ rows: { row: unknown }[] }>(
    `select ${ROW} as row from anju.review_sample s left join regions g on g.code = s.region_code ${COUNTS}
     order by s.id desc limit :limit offset :offset`,
    { ...page },
  );
  return rows.map(({ row }) => row);
}

/** How many samples the caller's region has. */
export async function sampleCount(db: Knex): Promise<number> {
  const row = await db('anju.review_sample').count<{ count: string }[]>('* as count').first();
  return Number(row?.count ?? 0);
}

/** A sample as it is kept: its row, its households in the order of the draw, and what it was drawn from. */
export interface StoredSample {
  readonly row: object;
  /** The region's code at the draw. */
  readonly drawnRegion: string;
  /** The account that drew it. */
  readonly creator: number;
  readonly items: readonly StoredItem[];
  readonly population: readonly number[];
  readonly conclusion: string | null;
  readonly hash: string | null;
}

/** A drawn household. */
export interface StoredItem {
  readonly householdId: number;
  readonly version: number;
  readonly headName: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly kind: string;
  readonly entryPerson: string;
  readonly verdict: string | null;
  readonly note: string | null;
  readonly changed: boolean;
  readonly isOwnEntry: boolean;
}

/** Keeps a sample from being judged or signed by two requests at once. */
export async function lockSample(db: Knex, id: number): Promise<void> {
  await db('anju.review_sample').select('id').where({ id }).forNoKeyUpdate();
}

/** One sample; undefined outside the scope. */
export async function storedSample(db: Knex, id: number): Promise<StoredSample | undefined> {
  const { rows } = await db.raw<{ rows: StoredSample[] }>(
    `select ${ROW} as row, s.drawn_region as "drawnRegion", s.creator, s.population, s.conclusion, s.report_hash as hash,
       (select coalesce(json_agg(json_build_object(
          'householdId', x.household_id, 'version', x.version, 'headName', x.head_name, 'regionCode', x.region_code,
          'regionName', coalesce(r.full_name, x.region_code), 'kind', x.kind, 'entryPerson', x.entry_person, 'verdict', x.verdict,
          'note', x.note, 'changed', h.version is distinct from x.version,
          'isOwnEntry', coalesce(x.entered_by = anju.actor(), false)) order by x.place), '[]')
        from anju.review_sample_item x left join households h on h.id = x.household_id left join regions r on r.code = x.region_code
        where x.sample = s.id) as items
     from anju.review_sample s left join regions g on g.code = s.region_code ${COUNTS} where s.id = :id`,
    { id },
  );
  return rows[0];
}
