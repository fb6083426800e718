import { Client } from 'pg';
import { startTestDatabase, type TestDatabase } from '../../harness/database';

/** A saver and a list under way at the same moment, each on a connection of its own: whoever ends last finds what both made. */
let database: TestDatabase;
let saver: Client;
let list: Client;

beforeAll(async () => {
  database = await startTestDatabase();
  [saver, list] = await Promise.all([connected(), connected()]);
});

afterAll(async () => {
  await Promise.all([saver.end(), list.end()]);
  await database.stop();
});

async function connected(): Promise<Client> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  return client;
}

async function idOf(sql: string): Promise<number> {
  const { rows } = await database.owner.query<{ id: number }>(sql);
  if (!rows[0]) throw new Error(`Nothing answers ${sql}`);
  return rows[0].id;
}

async function differencesToFullRun(): Promise<unknown[]> {
  await database.owner.query('begin');
  await database.owner.query('select anju.find_all_warnings()');
  const { rows } = await database.owner.query<Record<string, unknown>>(
    'select kind, subject from pg_temp.warning_diff',
  );
  await database.owner.query('rollback');
  return rows;
}

async function standing(kind: string, subject: string): Promise<number> {
  const { rows } = await database.owner.query<{ n: number }>(
    `select count(*)::integer as n from warnings where kind = $1 and subject = $2 and state = 'open'`,
    [kind, subject],
  );
  return rows[0]?.n ?? 0;
}

const commitList = (kind: string) => `insert into anju.import_batch (kind, region_code, file_name, counts, counties)
  values ('${kind}', '52', 'meeting.csv', '{}', array['520425'])`;

test('a saver whose recognition is under way when the first list of the county comes is found by the list', async () => {
  await database.owner.query(`delete from anju.import_batch where kind = 'relocation'`);
  await database.owner.query('select anju.run_warning_rules(true)');
  const household =
    await idOf(`select h.id from households h where h.region_code like '520425%' and h.vanished_at is null
    and not exists (select from safeguards s where s.household_id = h.id)
    and not exists (select from members m join relocation_entries r on r.id_key = m.id_key where m.household_id = h.id) order by h.id limit 1`);
  await saver.query('begin');
  await saver.query(
    `insert into safeguards (household_id, region_code, source, kind, entry_person, entry_date, review_state)
     select id, region_code, source, 'povertyRelocation', '罗', '2020-06-01', 'entered' from households where id = $1`,
    [household],
  );
  const committed = list.query(commitList('relocation'));
  await untilItWaits();
  await saver.query('commit');
  await committed;
  expect(await standing('incomplete', `household:${household}`)).toBe(1);
  expect(await differencesToFullRun()).toEqual([]);
});

test('a number that a clerk corrects to one of a list under way is found when the list commits', async () => {
  const [taken, corrected] = [
    await idOf(
      `select id from members where is_head and vanished_at is null and id_key is not null order by id limit 1`,
    ),
    await idOf(
      `select id from members where is_head and vanished_at is null and id_key is not null order by id desc limit 1`,
    ),
  ];
  const number = '690425199001010015';
  await list.query('begin');
  await list.query(`select set_config('anju.batch', '1', true)`);
  await list.query('update members set corrected_id_number = $2 where id = $1', [taken, number]);
  await saver.query('update members set corrected_id_number = $2 where id = $1', [corrected, number]);
  expect(await standing('idError', `member:${corrected}`)).toBe(0);
  await list.query(commitList('household'));
  await list.query('commit');
  expect(await standing('idError', `member:${corrected}`)).toBe(1);
  expect(await differencesToFullRun()).toEqual([]);
});

test('a number that a list under way gives up, and a clerk corrects to, is nobody’s twin when the list has committed', async () => {
  const [giving, corrected] = [
    await idOf(`select id from members where corrected_id_number = '690425199001010015' order by id limit 1`),
    await idOf(
      `select id from members where is_head and vanished_at is null and corrected_id_number is null order by id desc offset 3 limit 1`,
    ),
  ];
  const number = '690425198507070053';
  await saver.query('update members set corrected_id_number = $2 where id = $1', [giving, number]);
  await list.query('begin');
  await list.query(`select set_config('anju.batch', '1', true)`);
  await list.query('update members set corrected_id_number = null where id = $1', [giving]);
  await saver.query('update members set corrected_id_number = $2 where id = $1', [corrected, number]);
  expect(await standing('idError', `member:${corrected}`)).toBe(1);
  await list.query(commitList('household'));
  await list.query('commit');
  expect(await differencesToFullRun()).toEqual([]);
});

/** Until the list waits for the saver's lock, as it must. */
async function untilItWaits(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await database.owner.query(
      `select from pg_stat_activity where wait_event = 'advisory' and datname = current_database()`,
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The list does not wait for the saver');
}
