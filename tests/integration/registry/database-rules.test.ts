import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ARCHIVE_FIELDS, idKey, missingArchiveFields, type RenovationArchive } from '@anju/domain';
import fc from 'fast-check';
import { Client } from 'pg';
import { startTestDatabase, type TestDatabase } from '../../harness/database';
import { unrecognisedIds } from './register';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});

afterAll(() => database.stop());

async function databaseKeys(numbers: readonly string[]): Promise<(string | null)[]> {
  const { rows } = await database.owner.query<{ key: string | null }>(
    'select anju.id_key(asked.number) as key from unnest($1::text[]) with ordinality as asked (number, place) order by place',
    [numbers],
  );
  return rows.map(({ key }) => key);
}

describe('identity keys in the database and in the domain', () => {
  it('are equal for every case of the standard', async () => {
    const file = path.join(__dirname, '..', '..', 'fixtures', 'id-number.cases.json');
    const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: { input: string }[] };
    const inputs = cases.map(({ input }) => input);
    expect(await databaseKeys(inputs)).toEqual(inputs.map((input) => idKey(input)));
  });

  it('are equal for numbers that people mistype', async () => {
    const digit = fc.constantFrom(...'0123456789０１２３４５６７８９');
    const stripped = fc.constantFrom(' ', '　', '\u200b', '\ufeff', "'", '’', '-', '\t', '\u00a0');
    const noise = fc.oneof(
      { weight: 60, arbitrary: fc.constant('') },
      { weight: 5, arbitrary: stripped },
      { weight: 1, arbitrary: fc.constantFrom('‐', 'a', '无', 'X') },
    );
    const digits = (length: number) =>
      fc.array(fc.tuple(digit, noise), { minLength: length, maxLength: length }).map((parts) => parts.flat().join(''));
    const last = fc.constantFrom('X', 'x', 'Ｘ', 'ｘ', '0', '9', 'Y', '');
    const tail = fc.constantFrom('', '', '11', '43', '74', '45', '91', '43B1', '43b12', '43B123', '4');
    const lengths = fc.constantFrom(14, 15, 16, 17, 18, 19);
    const numbers = fc.tuple(lengths.chain(digits), last, tail, noise).map((parts) => parts.join(''));
    const sample = fc.sample(numbers, { numRuns: 4000, seed: 20200630 });
    const keys = sample.map((number) => idKey(number));
    expect(keys.filter((key) => key !== null).length).toBeGreaterThan(200);
    expect(await databaseKeys(sample)).toEqual(keys);
  });

  it('are equal for any text', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 24 }).filter((value) => !value.includes('\0'));
    const sample = fc.sample(text, { numRuns: 2000, seed: 7 });
    expect(await databaseKeys(sample)).toEqual(sample.map((number) => idKey(number)));
  });
});

describe('the completeness of a renovation archive', () => {
  it('is judged by the database as by the domain', async () => {
    const archives = fc.record({
      originalAppraisalResult: fc.constantFrom(null, '', 'gradeD'),
      renovationMode: fc.constantFrom(null, '', 'newBuildNoHouse', 'repairStrengthen'),
      constructionMode: fc.constantFrom(null, 'selfBuilt', 'selfBuilt'),
      planYear: fc.constantFrom(null, 2018, 2018, 2018),
      subsidyTotal: fc.constantFrom(null, 0, 100.5, 9),
      startDate: fc.constantFrom(null, '2018-01-01', '2018-01-01'),
      completionDate: fc.constantFrom(null, '2018-02-01', '2018-02-01'),
      accepted: fc.constantFrom(null, true, false, true),
      acceptedBy: fc.constantFrom(null, '', '李验收', '李验收'),
    });
    const sample: RenovationArchive[] = fc.sample(archives, { numRuns: 3000, seed: 1 });
    const rows = sample.map((archive) =>
      Object.fromEntries(
        ARCHIVE_FIELDS.map((field) => [
          field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          archive[field],
        ]),
      ),
    );
    const answer = await database.owner.query<{ incomplete: boolean }>(
      `select anju.is_archive_incomplete(jsonb_populate_record(null::renovations, asked.archive)) as incomplete
       from jsonb_array_elements($1::jsonb) with ordinality as asked (archive, place) order by place`,
      [JSON.stringify(rows)],
    );
    const judged = sample.map((archive) => missingArchiveFields(archive).length > 0);
    expect(new Set(judged).size).toBe(2);
    expect(answer.rows.map(({ incomplete }) => incomplete)).toEqual(judged);
  });
});

describe('the database itself', () => {
  it('says who is recognised, whatever a writer claims', async () => {
    const [id = 0] = await unrecognisedIds(database);
    const { rows } = await database.owner.query<{ recognised: boolean; version: number }>(
      'update households set recognised = true, version = 99999 where id = $1 returning recognised, version',
      [id],
    );
    expect(rows[0]).toMatchObject({ recognised: false });
    expect(rows[0]?.version).toBeLessThan(1000);
  });

  it('refuses a second head, an unknown kind, a region of no form and a child in another region', async () => {
    const [id = 0] = await unrecognisedIds(database);
    const refused = async (sql: string) =>
      database.owner.query(sql, [id]).then(
        () => 'accepted',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      );
    const member = (region: string, head: boolean) =>
      `insert into members (household_id, region_code, name, is_head) select id, ${region}, '某人', ${String(head)} from households where id = $1`;
    const safeguard = `insert into safeguards (household_id, region_code, source, kind, entry_person, entry_date, review_state)
      select id, region_code, source, 'castle', 'x', '2020-01-01', 'entered' from households where id = $1`;
    expect(await refused(member('region_code', true))).toBe('23505');
    expect(await refused(member(`'520402001001'`, false))).toBe('23503');
    expect(await refused(safeguard)).toBe('23514');
    expect(await refused(`update households set region_code = '5204X' where id = $1`)).toBe('23514');
  });

  it.each([
    ['an archive', 'renovation', 'renovation_id', 'renovations (region_code, head_name)'],
    ['a relocation entry', 'povertyRelocation', 'relocation_entry_id', 'relocation_entries (region_code, person_name)'],
  ])('lets nobody link %s that lies outside the writer’s region', async (_name, kind, column, target) => {
    const [id = 0] = await unrecognisedIds(database);
    const { rows } = await database.owner.query<{ id: number }>(
      `insert into ${target} values ('520402001001', '外县') returning id`,
    );
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('anju.lo', '520425', true), set_config('anju.hi', '520426', true)`);
      const link = client.query(
        `insert into safeguards (household_id, region_code, source, kind, entry_person, entry_date, review_state, ${column})
         select id, region_code, source, $3, 'x', '2020-01-01', 'entered', $2::integer from households where id = $1`,
        [id, rows[0]?.id, kind],
      );
      await expect(link).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.end();
    }
  });

  it('raises a household’s version with every change of what belongs to it', async () => {
    const [id = 0] = await unrecognisedIds(database);
    const version = async () =>
      (await database.owner.query<{ version: number }>('select version from households where id = $1', [id])).rows[0]
        ?.version ?? 0;
    const changes = [
      `update members set corrected_phone = '13800000000' where household_id = $1`,
      `insert into safeguards (household_id, region_code, source, kind, entry_person, entry_date, review_state)
       select id, region_code, source, 'renovation', 'x', '2020-01-01', 'entered' from households where id = $1`,
      `insert into evidences (household_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key)
       select id, region_code, 'otherMaterial', 'a.jpg', 'image/jpeg', 1, 'x', 'aa/bb/v' from households where id = $1`,
      `with archive as (insert into renovations (region_code, head_name) select region_code, '某人' from households where id = $1 returning id)
       update safeguards set renovation_id = archive.id from archive where household_id = $1`,
      `update renovations set head_name = '另一人' where id = (select renovation_id from safeguards where household_id = $1)`,
      `delete from safeguards where household_id = $1`,
    ];
    for (const change of changes) {
      const before = await version();
      await database.owner.query(change, [id]);
      expect(await version()).toBeGreaterThan(before);
    }
  });
});
