import type { TestApp } from '../../harness/app';
import { rowsOf } from './register-checks';

const COUNTY = '520425';

/** Somebody of the county whom a list can name. */
export interface Person {
  readonly household_id: number;
  readonly household_number: string;
  readonly region_code: string;
  readonly name: string;
  readonly number: string;
}

/** Heads of unrecognised households of the county with a sound number that stand on no other list. */
export async function people(app: TestApp, count: number): Promise<[Person, ...Person[]]> {
  const rows = await rowsOf<Person>(
    app,
    `select h.id as household_id, h.registry_number as household_number, h.region_code, m.name, m.registry_id_number as number
     from households h join members m on m.household_id = h.id and m.is_head
     where h.region_code like '${COUNTY}%' and h.source = 'registry' and not h.recognised and m.id_key = m.registry_id_number and length(h.region_code) = 12
       and (select count(*) from members o where o.id_key = m.id_key) = 1
       and not exists (select from relocation_entries r join members o on o.id_key = r.id_key where o.household_id = h.id and r.import_batch_id is null)
       and not exists (select from renovations r join members o on o.id_key = r.id_key where o.household_id = h.id and r.imported is null)
     order by h.id limit ${count}`,
  );
  const [first, ...others] = rows;
  if (!first || rows.length < count) throw new Error('The county holds too few such households');
  return [first, ...others];
}

/** A list in text. */
export function csv(titles: string, rows: readonly (readonly string[])[]): string {
  return [titles, ...rows.map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','))].join(
    '\r\n',
  );
}
