import type { Client } from 'pg';
import type { NamedRegion } from '../lists/region-directory';

interface RegionRow {
  readonly code: string;
  readonly name: string;
  /** The code to read instead: '' when nobody says which, null when this one is in force. */
  readonly merged_into: string | null;
}

/**
 * Counties, townships and villages of the province that the region lies in: a row outside the region is told so. Retired ones and names of
 * former times lead to what took their place.
 */
export async function regionsAround(client: Client, regionCode: string): Promise<readonly NamedRegion[]> {
  const { rows } = await client.query<RegionRow>(
    `select code, name, case when merged_into is not null then merged_into
         when valid_to < (now() at time zone 'Asia/Shanghai')::date then '' end as merged_into
     from public.regions where starts_with(code, left($1, 2)) and length(code) >= 6
     union all
     select r.code, f.name, coalesce(r.merged_into, r.code) from anju.region_former_name f join public.regions r using (code)
     where starts_with(f.code, left($1, 2)) and length(f.code) >= 6`,
    [regionCode],
  );
  return rows.map(({ code, name, merged_into }) =>
    merged_into === null ? { code, name } : { code, name, mergedInto: merged_into },
  );
}
