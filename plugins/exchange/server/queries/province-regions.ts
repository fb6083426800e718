import type { Client } from 'pg';

export interface RegionName {
  readonly code: string;
  readonly name: string;
}

/** A province's regions from itself to the villages, by code. */
export async function provinceRegions(client: Client, province: string): Promise<readonly RegionName[]> {
  const { rows } = await client.query<RegionName>(
    `select code, name from public.regions where starts_with(code, $1) and valid_to is null order by code collate "C"`,
    [province],
  );
  return rows;
}
