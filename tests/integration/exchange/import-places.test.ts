import { type HouseholdListReport, importHouseholdList } from '@anju/exchange/imports';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../harness/app';
import { changed, headLines, lines, LIST } from './list-file';

const COUNTY = '520425';
/** A village of another township than those that the tests' households live in. */
const ELSEWHERE = '520425103221';

let app: TestApp;
let client: Client;

beforeAll(async () => {
  app = await startTestApp();
  client = new Client({ connectionString: app.appUrl });
  await client.connect();
  await importList(LIST);
});
afterAll(async () => {
  await client.end();
  await app.stop();
});

describe('a list that comes again', () => {
  it('leaves households where the clerk put them, whatever it says', async () => {
    const [inTownship = '', inCounty = ''] = cleanHouseholds();
    const [village, township] = await Promise.all([placeNear(inTownship, 9), placeNear(inCounty, 6)]);
    await move(inTownship, village);
    await move(inCounty, township);
    expect((await importList(LIST)).households).toMatchObject({ changed: 0, vanished: 0 });
    expect(await placesOf(inTownship)).toEqual([village, expect.not.stringContaining(village)]);
    expect(await placesOf(inCounty)).toEqual([township, expect.not.stringContaining(township)]);
    const list = listMoving([inTownship, inCounty], ELSEWHERE);
    expect((await importList(list)).households).toMatchObject({ changed: 2, vanished: 0 });
    expect(await placesOf(inTownship)).toEqual([village, ELSEWHERE]);
    expect(await placesOf(inCounty)).toEqual([township, ELSEWHERE]);
  });

  it('takes along the households that it moves itself, when nobody corrected them', async () => {
    const [, , untouched = ''] = cleanHouseholds();
    const refined = numberOf(lines()[1] ?? ''); // the list places it in a township
    const village = await placeNear(refined, 9);
    await move(refined, village);
    await importList(LIST);
    expect(await placesOf(refined)).toEqual([village, village.slice(0, 9)]);
    await importList(listMoving([untouched, refined], ELSEWHERE));
    expect(await placesOf(untouched)).toEqual([ELSEWHERE, ELSEWHERE]);
    expect(await placesOf(refined)).toEqual([ELSEWHERE, ELSEWHERE]);
  });
});

function importList(list: string): Promise<HouseholdListReport> {
  return importHouseholdList({ client, file: list, regionCode: COUNTY, mode: 'commit' });
}

/** Numbers of three households without a known error. */
function cleanHouseholds(): string[] {
  return headLines().slice(3, 6).map(numberOf);
}

function numberOf(line: string): string {
  return line.split(',')[1] ?? '';
}

/** The fixture with these households in another place. */
function listMoving(households: readonly string[], to: string): string {
  return changed(app, (line) => (households.includes(numberOf(line)) ? line.replace(/^\d+/, to) : line));
}

/** Another village that shares the first `digits` of a household's place, and no longer piece of it. */
async function placeNear(household: string, digits: 6 | 9): Promise<string> {
  const { rows } = await app.owner.query<{ code: string }>(
    `select r.code from regions r join households h on starts_with(r.code, left(h.region_code, $2))
     where h.registry_number = $1 and length(r.code) = 12 and r.code <> h.region_code and r.code <> $3
       and ($2 = 9 or left(r.code, 9) <> left(h.region_code, 9)) order by r.code limit 1`,
    [household, digits, ELSEWHERE],
  );
  return rows[0]?.code ?? '';
}

async function move(household: string, to: string): Promise<void> {
  await app.owner.query('update households set region_code = $2 where registry_number = $1', [household, to]);
}

/** Where a household lives, and where the list says so. */
async function placesOf(household: string): Promise<unknown[]> {
  const { rows } = await app.owner.query<{ places: unknown[] }>(
    'select array[region_code, registry_region_code] as places from households where registry_number = $1',
    [household],
  );
  return rows[0]?.places ?? [];
}
