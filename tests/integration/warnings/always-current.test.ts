import fc from 'fast-check';
import { Client } from 'pg';
import { startTestDatabase, type TestDatabase } from '../../harness/database';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});

afterAll(() => database.stop());

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
  ruleIsSet: `update anju.configuration c set value = jsonb_set(c.value, '{rules}', (select jsonb_agg(r || case when n <> 1 + $1 % 6 then '{}' else
      jsonb_build_object('enabled', $2 % 4 > 0, 'people', case when r ->> 'kind' in ('idError', 'safeguardOverlap') and $2 % 3 = 0 then 'head' else 'all' end,
        'off', case r ->> 'kind' when 'idError' then (array['[]', '["missing"]', '["checksum","duplicate"]'])[1 + $2 % 3]
          when 'safeguardOverlap' then (array['[]', '["renovation"]', '["household"]', '["relocationEntry"]'])[1 + $2 % 4]
          when 'renovationIdentity' then (array['[]', '["notOnList"]', '["otherGroupOnList"]'])[1 + $2 % 3]
          when 'incomplete' then (array['[]', '["archiveIncomplete"]', '["notMovedIn"]', '["notOnRelocationList"]'])[1 + $2 % 4]
          when 'photoReuse' then (array['[]', '["alike"]'])[1 + $2 % 2] else '[]' end::jsonb) end order by n)
      from jsonb_array_elements(c.value -> 'rules') with ordinality as rules (r, n))) where c.name = 'warnings'`,
  archiveIsGiven: `update renovations a set household_id = h.id from (select ${nth('households')} as id) h
    where a.id = ${other('renovations')} and a.household_id is null and not exists (select from renovations o where o.household_id = h.id)`,
  archiveIsTakenAway: `update renovations a set household_id = null, refused_household_id = m.household_id
    from (select household_id, id_key from members where id = ${nth('members')}) m
    where a.id_key = m.id_key and $2 >= 0`,
  listComes: `insert into anju.import_batch (kind, region_code, file_name, counts, counties)
    select (array['household','relocation','renovation'])[1 + $1 % 3], '52', 'a.csv', '{}',
      (array['{520425}','{520402}','{520402,520425}','{}',null])[1 + $2 % 5]::text[]`,
  listIsTakenBack: `update anju.import_batch set state = 'undone' where id = ${nth('anju.import_batch')} and state = 'committed' and $2 >= 0`,
  ruleOpensAgain: `update warnings set state = 'dismissed', closed_at = now(), explained_fingerprint = fingerprint, explained_state = 'dismissed'
    where id = ${nth('warnings')} and state = 'open' and $2 >= 0`,
} as const;

type Change = keyof typeof CHANGES;

const changes = fc.array(
  fc.tuple(fc.constantFrom(...(Object.keys(CHANGES) as Change[])), fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 })),
  { minLength: 1, maxLength: 14 },
);

async function differencesToFullRun(): Promise<unknown[]> {
  await database.owner.query('set constraints all immediate');
  await database.owner.query('select anju.find_all_warnings()');
  const { rows } = await database.owner.query<Record<string, unknown>>(
    'select kind, subject, found from pg_temp.warning_diff order by 1, 2',
  );
  return rows;
}

async function apply(steps: readonly (readonly [Change, number, number])[]): Promise<void> {
  for (const [change, first, second] of steps) await database.owner.query(CHANGES[change], [first, second]);
}

describe('warnings after any sequence of changes', () => {
  it('are those of a full run', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (steps) => {
        await database.owner.query('begin');
        try {
          await apply(steps);
          expect(await differencesToFullRun()).toEqual([]);
        } finally {
          await database.owner.query('rollback');
        }
      }),
      { numRuns: 60, seed: 20200630 },
    );
  }, 180_000);

  it('are those of a full run when the changes were a batch', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (steps) => {
        await database.owner.query('begin');
        try {
          await database.owner.query(`insert into anju.import_batch (kind, region_code, file_name, counts, counties)
            values ('household', '52', 'a.csv', '{}', array['520425'])`);
          await database.owner.query(`select set_config('anju.batch', '1', true)`);
          await apply(steps);
          expect(await differencesToFullRun()).toEqual([]);
        } finally {
          await database.owner.query('rollback');
        }
      }),
      { numRuns: 25, seed: 20200701 },
    );
  }, 180_000);

  it('would differ without the triggers: the comparison sees a change that no trigger saw', async () => {
    await database.owner.query('begin');
    try {
      await database.owner.query('alter table members disable trigger warnings_update');
      await database.owner.query(CHANGES.listsNoNumber, [5, 0]);
      expect(await differencesToFullRun()).toHaveLength(1);
    } finally {
      await database.owner.query('rollback');
    }
  });
});

describe('a rule that is switched off meanwhile', () => {
  const setEnabled = (enabled: boolean) => `update anju.configuration set value = jsonb_set(value, '{rules}', (
    select jsonb_agg(case r ->> 'kind' when 'idError' then r || '{"enabled": ${String(enabled)}}' else r end)
    from jsonb_array_elements(value -> 'rules') r)) where name = 'warnings'`;
  const waiting = async () => {
    const { rows } = await database.owner.query<{ n: number }>(
      `select count(*)::integer as n from warnings where kind = 'idError' and state <> 'cleared'`,
    );
    return rows[0]?.n;
  };

  it('has no warnings, whether a full run or a saver was at work; and as many as before when it is on again', async () => {
    const before = await waiting();
    expect(before).toBeGreaterThan(0);
    const beside = new Client({ connectionString: database.ownerUrl });
    await beside.connect();
    try {
      // A run has found what to write when the rule goes.
      await beside.query('begin');
      await beside.query('select anju.find_all_warnings()');
      await database.owner.query(setEnabled(false));
      const { rows } = await beside.query(
        `select anju.recheck_warnings(array(select household_id from warnings where kind = 'idError'), '{}', '{}', '{}', array['idError'])`,
      );
      expect(rows).toHaveLength(1);
      await beside.query('commit');
      expect(await waiting()).toBe(0);
      // A saver waits while it is switched on, and finds by the rules as they are then.
      await database.owner.query('begin');
      await database.owner.query(setEnabled(true));
      const saved = beside.query(
        `update members set corrected_id_number = '123' where id = (select max(id) from members)`,
      );
      await database.owner.query('commit');
      await expect(saved).resolves.toMatchObject({ rowCount: 1 });
      expect(await waiting()).toBe((before ?? 0) + 1);
      await beside.query(`update members set corrected_id_number = null where id = (select max(id) from members)`);
      expect(await waiting()).toBe(before);
    } finally {
      await beside.end();
    }
  });
});

describe('a household of thirty persons', () => {
  it('has a warning for each number that is missing, found by a save and by a full run alike', async () => {
    await database.owner.query('begin');
    try {
      const { rows } = await database.owner.query<{ id: number }>(
        `with household as (
           insert into households (region_code, source, member_count, recognised, version)
           values ('520425102201', 'registry', 30, false, 1) returning id),
         persons as (
           insert into members (household_id, region_code, name, is_head)
           select id, '520425102201', '第' || n || '人', n = 1 from household, generate_series(1, 30) n)
         select id from household`,
      );
      const found = await database.owner.query<{ n: number }>(
        `select count(*)::integer as n from warnings where household_id = $1 and explanation -> 'errors' = '["missing"]'`,
        [rows[0]?.id],
      );
      expect(found.rows).toEqual([{ n: 30 }]);
      expect(await differencesToFullRun()).toEqual([]);
    } finally {
      await database.owner.query('rollback');
    }
  });
});

describe('a rule that needs a list', () => {
  it('sleeps until one is committed for the county, and wakes with it', async () => {
    await database.owner.query('begin');
    try {
      const identity = async (county: string) => {
        const { rows } = await database.owner.query<{ n: number }>(
          `select count(*)::integer as n from warnings where kind = 'renovationIdentity' and state = 'open' and region_code like $1 || '%'`,
          [county],
        );
        return rows[0]?.n;
      };
      // The demonstration's lists are replaced by one for the neighbour county.
      await database.owner.query(`delete from anju.import_batch`);
      await database.owner.query(`insert into renovations (region_code, head_name, poverty_type) values
        ('520402001', '无名', 'registeredPoor'), ('520425102', '无名', 'registeredPoor')`);
      await database.owner.query('select anju.run_warning_rules(true)');
      expect([await identity('520402'), await identity('520425')]).toEqual([0, 0]);
      await database.owner.query(`insert into anju.import_batch (kind, region_code, file_name, counts, counties)
        values ('household', '52', 'a.csv', '{}', array['520402'])`);
      await database.owner.query('set constraints all immediate');
      expect(await identity('520402')).toBeGreaterThan(0);
      expect(await identity('520425')).toBe(0);
    } finally {
      await database.owner.query('rollback');
    }
  });

  it('is one of two: no other asks which counties a list covers', async () => {
    const { rows } = await database.owner.query<{ kind: string; lists: string[] }>(
      `select kind, array(select m[1] from regexp_matches(template, 'covered_counties\\(''(\\w+)''\\)', 'g') m) as lists
       from anju.warning_rule where template like '%covered%' order by kind`,
    );
    // anju.subjects_of_coverage names whom these two find otherwise; a third belongs there, too.
    expect(rows).toEqual([
      { kind: 'incomplete', lists: ['relocation'] },
      { kind: 'renovationIdentity', lists: ['household'] },
    ]);
  });

  it('wakes for poverty relocations that the list of their county does not name, and sleeps again when the list is taken back', async () => {
    await database.owner.query('begin');
    try {
      const unnamed = async () => {
        await database.owner.query('set constraints all immediate');
        const { rows } = await database.owner.query<{ region: string; n: number }>(
          `select left(region_code, 6) as region, count(*)::integer as n from warnings
           where kind = 'incomplete' and state = 'open' and explanation -> 'reasons' ? 'notOnRelocationList' group by 1`,
        );
        return Object.fromEntries(rows.map(({ region, n }) => [region, n]));
      };
      await database.owner.query(`delete from anju.import_batch`);
      await database.owner
        .query(`insert into safeguards (household_id, region_code, source, kind, entry_person, entry_date, review_state)
        select id, region_code, source, 'povertyRelocation', '罗', '2020-06-01', 'entered' from households
        where id in (select min(h.id) from households h where not exists (
          select from members m join relocation_entries r on r.id_key = m.id_key where m.household_id = h.id) group by left(h.region_code, 6))
        on conflict (household_id) do update set kind = excluded.kind, renovation_id = null, relocation_entry_id = null`);
      await database.owner.query('select anju.run_warning_rules(true)');
      expect(await unnamed()).toEqual({});
      await database.owner.query(`insert into anju.import_batch (kind, region_code, file_name, counts, counties)
        values ('relocation', '52', 'a.csv', '{}', array['520425'])`);
      const found = await unnamed();
      expect(Object.keys(found)).toEqual(['520425']);
      await database.owner.query(`insert into anju.import_batch (kind, region_code, file_name, counts, counties)
        values ('relocation', '52', 'b.csv', '{}', array['520402', '520425'])`);
      const both = await unnamed();
      expect(both).toMatchObject(found);
      await database.owner.query(`update anju.import_batch set state = 'undone' where file_name = 'a.csv'`);
      expect(await unnamed()).toEqual(both);
      await database.owner.query(`update anju.import_batch set state = 'undone' where file_name = 'b.csv'`);
      expect(await unnamed()).toEqual({});
    } finally {
      await database.owner.query('rollback');
    }
  });
});
