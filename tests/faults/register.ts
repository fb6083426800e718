import type { Client } from 'pg';
import sharp from 'sharp';
import { COUNTY } from '../integration/registry/register';

/** A household as the tests save it. */
export interface Household {
  readonly id: number;
  readonly version: number;
}

/** Unrecognised households of the clerk's county, in the order of their ids. */
export async function unrecognisedHouseholds(owner: Client, count: number): Promise<readonly Household[]> {
  const { rows } = await owner.query<Household>(
    `select id, version from households where not recognised and departure_reason is null and source = 'registry'
       and region_code like $1 || '%' order by id limit $2`,
    [COUNTY, count],
  );
  return rows;
}

/** A photograph of noise, which no encoder makes small. */
export function noisePhoto(width = 320, height = 240): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  return sharp({ create: { width, height, channels: 3, background: '#888888', noise } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** Cells that differ from a recount of the base tables; none is right. */
export async function statisticsDifferences(owner: Client): Promise<unknown[]> {
  const { rows } = await owner.query<Record<string, unknown>>('select * from anju.statistics_differences()');
  return rows;
}
