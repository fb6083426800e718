import type { TestApp } from '../harness/app';

/** A warning that a test takes up. */
export interface Found {
  readonly id: number;
  readonly household_id: number;
  readonly renovation_id: number;
  readonly name: string;
}

/** Warnings of the county that wait, as the database counts them. */
export async function waiting(app: TestApp, condition = 'true'): Promise<number> {
  const { rows } = await app.owner.query<{ n: number }>(
    `select count(*)::int as n from warnings where state in ('open', 'rejected') and region_code like '520425%' and ${condition}`,
  );
  return rows[0]?.n ?? -1;
}

/** The first warning of the county that waits and matches. */
export async function first(app: TestApp, condition: string): Promise<Found> {
  const { rows } = await app.owner.query<Found>(
    `select w.id, w.household_id, w.renovation_id, coalesce(m.name, a.head_name) as name
     from warnings w left join members m on m.household_id = w.household_id and m.is_head left join renovations a on a.id = w.renovation_id
     left join safeguards s on s.household_id = w.household_id
     where w.state = 'open' and w.region_code like '520425%' and ${condition} order by w.region_code, w.id limit 1`,
  );
  const [found] = rows;
  if (!found) throw new Error(`The demonstration has no warning with ${condition}`);
  return found;
}

const WITHOUT_WARNING = `not exists (select from warnings w where w.household_id = m.household_id)
  and not exists (select from members o join renovations r using (id_key) where o.household_id = m.household_id)
  and not exists (select from members o join relocation_entries r using (id_key) where o.household_id = m.household_id)`;

/** The head of a household of the county that no rule finds anything about, recognised as a kind or not at all. */
export const headOf = (kind: string | null) => `select m.* from members m join households h on h.id = m.household_id
  left join safeguards s on s.household_id = h.id
  where m.is_head and m.id_key = m.registry_id_number and h.region_code like '520425102%' and h.departure_reason is null and h.source = 'registry'
    and s.kind ${kind === null ? 'is null' : `= '${kind}'`} and ${WITHOUT_WARNING} order by m.household_id limit 1`;

/** The relocation list names a household that was recognised in its old house. */
export async function makeOverlap(app: TestApp): Promise<void> {
  await app.owner.query(
    `insert into relocation_entries (region_code, person_name, id_number) select region_code, name, id_key from (${headOf('originalSafe')}) one`,
  );
}

/** Waits until the warning is settled in the database. */
export async function settled(app: TestApp, id: number): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const { rows } = await app.owner.query<{ state: string }>('select state from warnings where id = $1', [id]);
    if (rows[0]?.state !== 'open') return;
    if (Date.now() > deadline) throw new Error(`The warning ${id} still waits`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
