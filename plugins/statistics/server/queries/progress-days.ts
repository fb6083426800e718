import type { Knex } from 'knex';

/** What is kept about a region's recent days; days as `YYYY-MM-DD`. */
export interface RegionDays {
  readonly code: string;
  /** The first day that is kept. */
  readonly since: string | null;
  /** Recognised households of the list at the end of the day seven days ago. */
  readonly week_ago: string | null;
  /** Recognised at the end of the last kept day. */
  readonly latest: string | null;
  readonly risen_on: string | null;
  /** The region gained or lost places since the day seven days ago: what it counted before is no measure of it. */
  readonly rebased: boolean;
}

/** The kept days of a region and of each region below it. */
export async function progressDays(db: Knex, region: string, weekAgo: string): Promise<readonly RegionDays[]> {
  const result = await db.raw<{ rows: RegionDays[] }>(
    `select region.code, first.day::text as since, week.recognised as week_ago, latest.recognised as latest, latest.risen_on::text,
       exists (select from anju.stat_day where region_code = region.code and day > :weekAgo and rebased is not null) as rebased
     from (select code from regions where parent_code = :region or code = :region) region
     left join lateral (select day from anju.stat_day where region_code = region.code and source = 'registry'
       order by day limit 1) first on true
     left join lateral (select recognised from anju.stat_day where region_code = region.code and source = 'registry' and day <= :weekAgo
       order by day desc limit 1) week on true
     left join lateral (select recognised, risen_on from anju.stat_day where region_code = region.code and source = 'registry'
       order by day desc limit 1) latest on true`,
    { region, weekAgo },
  );
  return result.rows;
}

/** The days of a region on which its counts changed, from the last one before `from` on. */
export async function changedDays(
  db: Knex,
  region: string,
  from: string,
): Promise<readonly { readonly day: string; readonly total: string; readonly recognised: string }[]> {
  const result = await db.raw<{ rows: { day: string; total: string; recognised: string }[] }>(
    `select day::text, total, recognised from anju.stat_day
     where region_code = :region and source = 'registry' and day >= coalesce(
       (select day from anju.stat_day where region_code = :region and source = 'registry' and day <= :from order by day desc limit 1),
       :from)
     order by day`,
    { region, from },
  );
  return result.rows;
}
