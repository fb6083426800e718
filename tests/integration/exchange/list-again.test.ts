import { type HouseholdListReport, importHouseholdList } from '@anju/exchange/imports';
import { Client } from 'pg';
import { startTestDatabase, type TestDatabase } from '../../harness/database';
import { until } from '../../processes/embedded-server';
import { changed, file, headLines, lines } from './list-file';
import { rowsOf } from './register-checks';

const COUNTY = '520425';
/** A village of another township than those that the tests' households live in. */
const ELSEWHERE = '520425103221';
/** Of the fixture's rows the first are enough. */
const ROWS = 400;

let database: TestDatabase;
let client: Client;
let list: string;

beforeAll(async () => {
  database = await startTestDatabase();
  client = new Client({ connectionString: database.appUrl });
  await client.connect();
  list = file(database, 'list.csv', lines().slice(0, ROWS).join('\n'));
  await importList(list);
});
afterAll(async () => {
  await client.end();
  await database.stop();
});

describe('a list that comes again', () => {
  it('keeps corrections when the list itself changes', async () => {
    const [line = ''] = headLines();
    const [, household = '', person = ''] = line.split(',');
    await database.owner.query(
      `update members set corrected_id_number = '690425197001010022', corrected_phone = '10000000001' where person_number = $1`,
      [person],
    );
    const second = await importList(
      listWith((row) => (row.includes(person) ? row.replace(/,(10\d{9})?,(?=[^,]*贫困户)/, ',10099999999,') : row)),
    );
    expect(second.households).toMatchObject({ new: 0, changed: 1, vanished: 0 });
    expect(
      await rowsOf(
        database,
        `select corrected_id_number, corrected_phone, registry_phone from members where person_number = '${person}'`,
      ),
    ).toEqual([
      { corrected_id_number: '690425197001010022', corrected_phone: '10000000001', registry_phone: '10099999999' },
    ]);
    expect(household).toMatch(/^LIST/);
  });

  it('flags a person that left, hands the household to another head, and takes both back', async () => {
    const [head = '', next = ''] = firstFamily();
    const headNumber = head.split(',')[2] ?? '';
    const nextNumber = next.split(',')[2] ?? '';
    const handed = listWith((line) => {
      if (line === head) return undefined;
      return line === next ? asHead(line) : line;
    });
    expect((await importList(handed)).persons).toMatchObject({ vanished: 1 });
    expect(await headOf(nextNumber)).toEqual([{ person_number: nextNumber, vanished: false }]);
    expect((await importList(list)).persons).toMatchObject({ vanished: 0 });
    expect(await headOf(nextNumber)).toEqual([{ person_number: headNumber, vanished: false }]);
  });

  it('leaves households where the clerk put them, whatever it says', async () => {
    const [inTownship = '', inCounty = ''] = cleanHouseholds();
    const [village, township] = await Promise.all([placeNear(inTownship, 9), placeNear(inCounty, 6)]);
    await move(inTownship, village);
    await move(inCounty, township);
    expect((await importList(list)).households).toMatchObject({ changed: 0, vanished: 0 });
    expect(await placesOf(inTownship)).toEqual([village, expect.not.stringContaining(village)]);
    expect(await placesOf(inCounty)).toEqual([township, expect.not.stringContaining(township)]);
    expect((await importList(listMoving([inTownship, inCounty], ELSEWHERE))).households).toMatchObject({
      changed: 2,
      vanished: 0,
    });
    expect(await placesOf(inTownship)).toEqual([village, ELSEWHERE]);
    expect(await placesOf(inCounty)).toEqual([township, ELSEWHERE]);
  });

  it('takes along the households that it moves itself, when nobody corrected them', async () => {
    const [, , untouched = ''] = cleanHouseholds();
    const refined = numberOf(lines()[1] ?? ''); // the list places it in a township
    const village = await placeNear(refined, 9);
    await move(refined, village);
    await importList(list);
    expect(await placesOf(refined)).toEqual([village, village.slice(0, 9)]);
    await importList(listMoving([untouched, refined], ELSEWHERE));
    expect(await placesOf(untouched)).toEqual([ELSEWHERE, ELSEWHERE]);
    expect(await placesOf(refined)).toEqual([ELSEWHERE, ELSEWHERE]);
  });
});

describe('a list that meets a saver in a circle', () => {
  it('begins again when PostgreSQL ends it, and is taken once', async () => {
    const [, , household = ''] = cleanHouseholds();
    await importList(list);
    const before = await batches();
    const { pid = 0 } = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0] ?? {};
    const rival = new Client({ connectionString: database.ownerUrl });
    await rival.connect();
    try {
      await rival.query('begin');
      await rival.query('select from households where registry_number = $1 for update', [household]);
      const again = importList(listMoving([household], ELSEWHERE));
      await until('the list waits for the saver', () => isWaiting(pid));
      // The lock that every import holds: PostgreSQL looks for deadlocks a second after a wait began, and ends the one that looks.
      await rival.query('select pg_advisory_xact_lock(726070)');
      await rival.query('commit');
      expect((await again).households).toMatchObject({ changed: 1, vanished: 0 });
    } finally {
      await rival.end();
    }
    expect(await placesOf(household)).toEqual([ELSEWHERE, ELSEWHERE]);
    expect(await batches()).toBe(before + 1);
    await until('PostgreSQL counted the deadlock', async () => {
      const { rows } = await database.owner.query<{ deadlocks: number }>(
        'select deadlocks::int from pg_stat_database where datname = current_database()',
      );
      return rows[0]?.deadlocks === 1;
    });
  });

  const batches = async () => {
    const { rows } = await database.owner.query<{ count: number }>(
      'select count(*)::int as count from anju.import_batch',
    );
    return rows[0]?.count ?? 0;
  };
  const isWaiting = async (pid: number) =>
    (await database.owner.query('select from pg_locks where not granted and pid = $1', [pid])).rowCount === 1;
});

function importList(path: string): Promise<HouseholdListReport> {
  return importHouseholdList({ client, file: path, regionCode: COUNTY, mode: 'commit' });
}

/** Numbers of three households without a known error. */
function cleanHouseholds(): string[] {
  return headLines().slice(3, 6).map(numberOf);
}

function numberOf(line: string): string {
  return line.split(',')[1] ?? '';
}

/** The list with its lines changed; one without an answer is left out. */
function listWith(change: (line: string) => string | undefined): string {
  return changed(database, (line, index) => (index < ROWS ? change(line) : undefined));
}

/** The list with these households in another place. */
function listMoving(households: readonly string[], to: string): string {
  return listWith((line) => (households.includes(numberOf(line)) ? line.replace(/^\d+/, to) : line));
}

/** Another village that shares the first `digits` of a household's place, and no longer piece of it. */
async function placeNear(household: string, digits: 6 | 9): Promise<string> {
  const { rows } = await database.owner.query<{ code: string }>(
    `select r.code from regions r join households h on starts_with(r.code, left(h.region_code, $2))
     where h.registry_number = $1 and length(r.code) = 12 and r.code <> h.region_code and r.code <> $3
       and ($2 = 9 or left(r.code, 9) <> left(h.region_code, 9)) order by r.code limit 1`,
    [household, digits, ELSEWHERE],
  );
  return rows[0]?.code ?? '';
}

async function move(household: string, to: string): Promise<void> {
  await database.owner.query('update households set region_code = $2 where registry_number = $1', [household, to]);
}

/** Where a household lives, and where the list says so. */
async function placesOf(household: string): Promise<unknown[]> {
  const { rows } = await database.owner.query<{ places: unknown[] }>(
    'select array[region_code, registry_region_code] as places from households where registry_number = $1',
    [household],
  );
  return rows[0]?.places ?? [];
}

async function headOf(personNumber: string): Promise<unknown[]> {
  return rowsOf(
    database,
    `select person_number, vanished_at is not null as vanished from members
     where is_head and household_id = (select household_id from members where person_number = '${personNumber}')`,
  );
}

/** The first two persons of a household of two or more. */
function firstFamily(): string[] {
  const all = lines();
  const second = all.findIndex((line, index) => index > 40 && line.includes(',配偶,'));
  return all.slice(second - 1, second + 1);
}

function asHead(line: string): string {
  const cells = line.split(',');
  cells[3] = cells[4] ?? '';
  cells[7] = '户主';
  return cells.join(',');
}
