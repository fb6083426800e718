import fc from 'fast-check';
import { startTestApp, type TestApp } from '../../harness/app';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.stop());

/** The nth row of a table, counted around. */
const nth = (table: string) =>
  `(select id from ${table} order by id offset $1 % (select count(*) from ${table}) limit 1)`;
const other = (table: string) =>
  `(select id from ${table} order by id offset $2 % (select count(*) from ${table}) limit 1)`;
const REGIONS = `(array['520425102201','520425100200','520402001','520402002','520425'])`;

/** What may happen to the register; $1 and $2 choose rows. Numbers are taken from other persons, so that keys meet. */
const CHANGES = {
  correctsToAnothersNumber: `update members set corrected_id_number = (select registry_id_number from members where id = ${other('members')}) where id = ${nth('members')}`,
  takesCorrectionBack: `update members set corrected_id_number = null where id = ${nth('members')} and $2 >= 0`,
  correctsToNonsense: `update members set corrected_id_number = '69042519900101' || ($2 % 10) where id = ${nth('members')}`,
  listsNoNumber: `update members set registry_id_number = null where id = ${nth('members')} and $2 >= 0`,
  renames: `update members set name = '改名' || ($2 % 5) where id = ${nth('members')}`,
  personVanishes: `update members set vanished_at = case when vanished_at is null then now() end where id = ${nth('members')} and $2 >= 0`,
  householdVanishes: `update households set vanished_at = case when vanished_at is null then now() end where id = ${nth('households')} and $2 >= 0`,
  householdMoves: `update households set region_code = ${REGIONS}[1 + $2 % 5] where id = ${nth('households')}`,
  householdLeaves: `delete from households where id = ${nth('households')} and $2 % 4 = 0`,
  isRecognised: `insert into safeguards (household_id, region_code, source, kind, entry_person, entry_date, review_state, not_moved_in)
    select id, region_code, source, (array['originalSafe','renovation','povertyRelocation','otherRelocation','publicHousing','otherMeans'])[1 + $2 % 6],
      '罗', '2020-06-01', 'entered', $2 % 3 = 0 from households where id = ${nth('households')}
    on conflict (household_id) do update set kind = excluded.kind, renovation_id = null, relocation_entry_id = null, not_moved_in = excluded.not_moved_in`,
  isWithdrawn: `delete from safeguards where id = ${nth('safeguards')} and $2 >= 0`,
  losesArchive: `update safeguards set renovation_id = null where id = ${nth('safeguards')} and $2 >= 0`,
  evidenceGoes: `update evidences set deleted_at = case when deleted_at is null then now() end where id = ${nth('evidences')} and $2 >= 0`,
  evidenceComes: `insert into evidences (household_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key)
    select h.id, h.region_code, e.category, 'a.jpg', 'image/jpeg', 1, e.content_hash, gen_random_uuid()::text
    from households h, evidences e where h.id = ${nth('households')} and e.id = ${other('evidences')}`,
  evidenceLooksAlike: `update evidences set look_hash = (select coalesce(look_hash, content_hash) from evidences where id = ${other('evidences')})
    where id = ${nth('evidences')}`,
  archiveChangesType: `update renovations set poverty_type = (array['registeredPoor','poorDisabled','other',null])[1 + $2 % 4] where id = ${nth('renovations')}`,
  archiveChangesNumber: `update renovations set id_number = (select registry_id_number from members where id = ${other('members')}) where id = ${nth('renovations')}`,
  archiveIsCompleted: `update renovations set completion_date = case when $2 % 2 = 0 then '2019-01-01'::date end, accepted = $2 % 3 = 0, subsidy_total = 9000 where id = ${nth('renovations')}`,
  archiveMoves: `update renovations set region_code = ${REGIONS}[1 + $2 % 5] where id = ${nth('renovations')}`,
  archiveGoes: `delete from renovations where id = ${nth('renovations')} and $2 % 2 = 0`,
  archiveComes: `insert into renovations (region_code, head_name, id_number, poverty_type) select region_code, name, registry_id_number,
      (array['registeredPoor','subsistenceAllowance'])[1 + $2 % 2] from members where id = ${nth('members')}`,
  entryComes: `insert into relocation_entries (region_code, person_name, id_number) select region_code, name, registry_id_number
    from members where id = ${nth('members')} and $2 >= 0`,
  entryGoes: `delete from relocation_entries where id = ${nth('relocation_entries')} and $2 >= 0`,
  ruleOpensAgain: `update warnings set state = 'dismissed', closed_at = now(), explained_fingerprint = fingerprint, explained_state = 'dismissed'
    where id = ${nth('warnings')} and state = 'open' and $2 >= 0`,
} as const;

type Change = keyof typeof CHANGES;

const changes = fc.array(
  fc.tuple(fc.constantFrom(...(Object.keys(CHANGES) as Change[])), fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 })),
  { minLength: 1, maxLength: 14 },
);

async function differencesToFullRun(): Promise<unknown[]> {
  await app.owner.query('select anju.find_all_warnings()');
  const { rows } = await app.owner.query<Record<string, unknown>>(
    'select kind, subject, found from pg_temp.warning_diff order by 1, 2',
  );
  return rows;
}

async function apply(steps: readonly (readonly [Change, number, number])[]): Promise<void> {
  for (const [change, first, second] of steps) await app.owner.query(CHANGES[change], [first, second]);
}

describe('warnings after any sequence of changes', () => {
  it('are those of a full run', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (steps) => {
        await app.owner.query('begin');
        try {
          await apply(steps);
          expect(await differencesToFullRun()).toEqual([]);
        } finally {
          await app.owner.query('rollback');
        }
      }),
      { numRuns: 60, seed: 20200630 },
    );
  }, 180_000);

  it('are those of a full run when the changes were a batch', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (steps) => {
        await app.owner.query('begin');
        try {
          await app.owner.query(`insert into anju.import_batch (kind, region_code, file_name, counts, counties)
            values ('household', '52', 'a.csv', '{}', array['520425'])`);
          await app.owner.query(`select set_config('anju.batch', '1', true)`);
          await apply(steps);
          await app.owner.query('set constraints all immediate');
          expect(await differencesToFullRun()).toEqual([]);
        } finally {
          await app.owner.query('rollback');
        }
      }),
      { numRuns: 25, seed: 20200701 },
    );
  }, 180_000);

  it('would differ without the triggers: the comparison sees a change that no trigger saw', async () => {
    await app.owner.query('begin');
    try {
      await app.owner.query('alter table members disable trigger warnings_update');
      await app.owner.query(CHANGES.listsNoNumber, [5, 0]);
      expect(await differencesToFullRun()).toHaveLength(1);
    } finally {
      await app.owner.query('rollback');
    }
  });
});

describe('a rule that needs a list', () => {
  it('sleeps until one is committed for the county, and wakes with it', async () => {
    await app.owner.query('begin');
    try {
      const identity = async (county: string) => {
        const { rows } = await app.owner.query<{ n: number }>(
          `select count(*)::integer as n from warnings where kind = 'renovationIdentity' and state = 'open' and region_code like $1 || '%'`,
          [county],
        );
        return rows[0]?.n;
      };
      // The demonstration's lists are replaced by one for the neighbour county.
      await app.owner.query(`delete from anju.import_batch`);
      await app.owner.query(`insert into renovations (region_code, head_name, poverty_type) values
        ('520402001', '无名', 'registeredPoor'), ('520425102', '无名', 'registeredPoor')`);
      await app.owner.query('select anju.run_warning_rules(true)');
      expect([await identity('520402'), await identity('520425')]).toEqual([0, 0]);
      await app.owner.query(`insert into anju.import_batch (kind, region_code, file_name, counts, counties)
        values ('household', '52', 'a.csv', '{}', array['520402'])`);
      await app.owner.query('set constraints all immediate');
      expect(await identity('520402')).toBeGreaterThan(0);
      expect(await identity('520425')).toBe(0);
    } finally {
      await app.owner.query('rollback');
    }
  });
});
