import type { Client } from 'pg';
import type { NamedRegion } from '../lists/region-directory';

/** Counties, townships and villages of the province that the region lies in: a row outside the region is told so. */
export async function regionsAround(client: Client, regionCode: string): Promise<readonly NamedRegion[]> {
  const { rows } = await client.query<NamedRegion>(
    `select code, name from public.regions where starts_with(code, left($1, 2)) and length(code) >= 6 and valid_to is null`,
    [regionCode],
  );
  return rows;
}
