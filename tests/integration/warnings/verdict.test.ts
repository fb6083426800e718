import { readFileSync } from 'node:fs';
import path from 'node:path';
import { judgeIdNumber } from '@anju/domain';
import fc from 'fast-check';
import { startTestDatabase, type TestDatabase } from '../../harness/database';
import { validIdNumber } from '../../unit/domain/id-number-arbitraries';

const TODAY = '2020-06-30';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});

afterAll(() => database.stop());

interface Flaws {
  readonly errors: readonly string[];
  readonly proposal: boolean;
}

async function flawsInDatabase(numbers: readonly string[]): Promise<Flaws[]> {
  const { rows } = await database.owner.query<Flaws>(
    `select flaws.errors, flaws.proposal from unnest($1::text[]) with ordinality as asked (number, place),
       anju.id_number_flaws(asked.number, $2, anju.province_prefixes()) flaws order by place`,
    [numbers, TODAY.replaceAll('-', '')],
  );
  return rows;
}

function flawsInDomain(number: string): Flaws {
  const { errors, suggestion } = judgeIdNumber(number, { today: TODAY, extraProvincePrefixes: ['69'] });
  return { errors, proposal: suggestion !== null };
}

describe('the verdict on an identity number in the database and in the domain', () => {
  it('is equal for every case of the standard', async () => {
    const file = path.join(__dirname, '..', '..', 'fixtures', 'id-number.cases.json');
    const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: { input: string }[] };
    const inputs = cases.map(({ input }) => input);
    expect(await flawsInDatabase(inputs)).toEqual(inputs.map(flawsInDomain));
  });

  it('is equal for sound numbers, and for those of which one character is another', async () => {
    const mistyped = fc
      .tuple(validIdNumber, fc.nat({ max: 17 }), fc.constantFrom(...'0123456789X'))
      .map(([number, at, character]) => number.slice(0, at) + character + number.slice(at + 1));
    const form = fc.constantFrom('', '43', '11B2', '91', ' ', '9');
    const sample = fc.sample(
      fc.tuple(fc.oneof(validIdNumber, mistyped), form).map((parts) => parts.join('')),
      { numRuns: 4000, seed: 20200630 },
    );
    const legacy = sample.map((number) => number.slice(0, 6) + number.slice(8, 17));
    const numbers = [...sample, ...legacy];
    const inDomain = numbers.map(flawsInDomain);
    expect(new Set(inDomain.flatMap(({ errors }) => errors)).size).toBeGreaterThan(5);
    expect(await flawsInDatabase(numbers)).toEqual(inDomain);
  });

  it('is the same by the quick judgement of plain numbers, around the days on which months and the future begin', async () => {
    const days = [
      '0101',
      '0131',
      '0132',
      '0100',
      '0228',
      '0229',
      '0230',
      '0331',
      '0430',
      '0431',
      '0630',
      '0701',
      '0731',
      '0931',
      '1131',
      '1231',
      '1301',
      '0015',
    ];
    const years = ['1799', '1800', '1899', '1900', '1996', '1999', '2000', '2001', '2019', '2020', '2021', '2100'];
    const numbers = ['52', '69', '83', '10'].flatMap((place) =>
      years.flatMap((year) =>
        days.flatMap((day) => [...'0123456789X'].map((check) => `${place}0425${year}${day}001${check}`)),
      ),
    );
    const { rows } = await database.owner.query<{ sound: boolean }>(
      `select anju.is_sound_key(asked.number, convert_to(asked.number, 'UTF8'), $2, anju.added_prefixes()) as sound
       from unnest($1::text[]) with ordinality as asked (number, place) order by place`,
      [numbers, TODAY.replaceAll('-', '')],
    );
    const sound = numbers.filter((_, index) => rows[index]?.sound);
    expect(sound).toEqual(numbers.filter((number) => flawsInDomain(number).errors.length === 0));
    expect(sound.length).toBeGreaterThan(200);
  });

  it('is equal for any text', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 24 }).filter((value) => !value.includes('\0'));
    const sample = fc.sample(text, { numRuns: 2000, seed: 7 });
    expect(await flawsInDatabase(sample)).toEqual(sample.map(flawsInDomain));
  });
});
