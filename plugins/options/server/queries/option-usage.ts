import type { Knex } from 'knex';

/** Households of one county that carry an option. */
export interface CountyUsage {
  readonly key: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly households: number;
}

/** Households by county and option of a list, in the configurator's region. */
export async function optionUsage(db: Knex, listKey: string): Promise<readonly CountyUsage[]> {
  const { rows } = await db.raw<{ rows: CountyUsage[] }>(
    `select u.key, u.county as "regionCode", coalesce(r.full_name, r.name, u.county) as "regionName",
       sum(u.households)::integer as households
     from anju.option_usage(?) u left join regions r on r.code = u.county
     group by 1, 2, 3 order by 1, 2`,
    [listKey],
  );
  return rows;
}

/** Renovation archives that carry an option, in the configurator's region. */
export async function optionArchives(db: Knex, listKey: string, key: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { archives: number }[] }>(
    'select anju.option_archives(?, ?)::integer as archives',
    [listKey, key],
  );
  return rows[0]?.archives ?? 0;
}
