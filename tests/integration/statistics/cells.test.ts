import { importHouseholdList } from '@anju/exchange/imports';
import fc from 'fast-check';
import { Client } from 'pg';
import { startTestDatabase, type TestDatabase } from '../../harness/database';
import { file } from '../exchange/list-file';
import { differences } from './counts-of-rows';
import { perform, restoreRegions, type Step, step } from './household-steps';

interface Transaction {
  readonly steps: readonly Step[];
  readonly savepoint: readonly Step[];
  readonly keepsSavepoint: boolean;
  readonly commits: boolean;
  /** The list that comes after it: how many of its households are new, and whether they left poverty. */
  readonly list: { readonly households: number; readonly exited: boolean } | null;
}

const transaction: fc.Arbitrary<Transaction> = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 8 }),
  savepoint: fc.array(step, { maxLength: 3 }),
  keepsSavepoint: fc.boolean(),
  commits: fc.boolean(),
  list: fc.option(fc.record({ households: fc.integer({ min: 1, max: 4 }), exited: fc.boolean() }), { freq: 3 }),
});

/** Every history begins with three households, one of them recognised by a renovation with its archive. */
const FIRST_STEPS: readonly Step[] = [
  ...['registry', 'registry', 'offList'].map(
    (source): Step => ({ do: 'create', region: '520425001001', source, exited: true, exitYear: 2018 }),
  ),
  { do: 'recognise', at: 1, kind: 'renovation', option: null },
  { do: 'editArchive', at: 1, mode: 'rebuildOnSite', subsidy: 12_000.5 },
];

const LIST_HEAD =
  '行政区划代码,户编号,人编号,户主姓名,姓名,性别,证件号码,与户主关系,民族,联系电话,贫困户属性,主要致贫原因,脱贫属性,脱贫年度';

/** Thousands of small statements: a busy machine needs more than the usual limit. */
jest.setTimeout(180_000);

let database: TestDatabase;
let writer: Client;
let lastPrefix = 0;

beforeAll(async () => {
  database = await startTestDatabase();
  writer = await connectApp();
});
afterAll(async () => {
  await writer.end();
  await database.stop();
});

describe('cells and deltas together', () => {
  it('equal the households and safeguards after every step of any history, inside the saving transaction and outside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { minLength: 1, maxLength: 4 }), async (history) => {
        const prefix = newPrefix();
        await startEmpty();
        for (const one of [
          { steps: FIRST_STEPS, savepoint: [], keepsSavepoint: true, commits: true, list: null },
          ...history,
        ]) {
          await runTransaction(prefix, one);
          expect(await differences(database.owner)).toEqual([]);
          if (one.list) await importList(prefix, one.list);
          expect(await differences(database.owner)).toEqual([]);
        }
        await database.owner.query('select anju.compact_statistics(7)');
        expect(await differences(database.owner)).toEqual([]);
        expect((await database.owner.query('select * from anju.statistics_differences()')).rows).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('equal them while several savers, a rolling-back one and compaction run at once, in every snapshot', async () => {
    const histories = fc.sample(fc.array(transaction, { minLength: 12, maxLength: 12 }), {
      numRuns: 4,
      seed: 20200630,
    });
    await startEmpty();
    let saving = true;
    const savers = Promise.all(histories.map((history) => saveConcurrently(history))).finally(() => (saving = false));
    const compaction = repeatWhile(
      () => saving,
      () => database.owner.query('select anju.compact_statistics(5)'),
    );
    const reader = await connectApp();
    await reader.query(`set default_transaction_isolation = 'repeatable read'`);
    const seen: string[] = [];
    await repeatWhile(
      () => saving,
      async () => {
        await enterProvince(reader);
        seen.push(...(await differences(reader)));
        await reader.query('commit');
      },
    );
    await Promise.all([savers, compaction, reader.end()]);
    expect(seen).toEqual([]);
    expect(await differences(database.owner)).toEqual([]);
  });
});

/** Small tables keep the comparisons cheap, and what one history broke does not fail the next. */
async function startEmpty(): Promise<void> {
  await database.owner.query('delete from households');
  await restoreRegions(database.owner);
  await database.owner.query('select anju.recount()');
}

/** The writer's own connection checks after each step; a savepoint may be given up, the whole may be rolled back. */
async function runTransaction(prefix: string, one: Transaction): Promise<void> {
  await enterProvince(writer);
  try {
    await performAll(prefix, one.steps, 'a');
    await writer.query('savepoint s');
    await performAll(prefix, one.savepoint, 'b');
    if (!one.keepsSavepoint) await writer.query('rollback to savepoint s');
    expect(await differences(writer)).toEqual([]);
  } catch (error) {
    await writer.query('rollback');
    throw error;
  }
  await writer.query(one.commits ? 'commit' : 'rollback');
}

async function performAll(prefix: string, steps: readonly Step[], label: string): Promise<void> {
  for (const [index, one] of steps.entries()) {
    await perform(writer, prefix, `${label}${index}-${newPrefix()}`, one);
    expect(await differences(writer)).toEqual([]);
  }
}

/** A list of households in the first village, which may have been merged away: its old code is still understood. */
async function importList(
  prefix: string,
  { households, exited }: { households: number; exited: boolean },
): Promise<void> {
  const rows = Array.from({ length: households }, (_one, index) => {
    const number = `${prefix}list${index}`;
    return `520425001001,${number},${number}-1,张三,张三,男,,户主,汉族,,,,${exited ? '已脱贫,2018' : '未脱贫,'}`;
  });
  const list = file(database, `${prefix}list.csv`, [LIST_HEAD, ...rows].join('\n'));
  const report = await importHouseholdList({ client: writer, file: list, regionCode: '52', mode: 'commit' });
  expect(report.errors).toEqual([]);
}

/** All savers work on the same households, so that they wait for each other; a deadlock's victim begins again. */
async function saveConcurrently(history: readonly Transaction[]): Promise<void> {
  const client = await connectApp();
  try {
    for (const one of history) await saveOnce(client, one);
  } finally {
    await client.end();
  }
}

async function saveOnce(client: Client, one: Transaction): Promise<void> {
  await enterProvince(client);
  try {
    for (const [index, each] of one.steps.entries()) await perform(client, 'shared-', `${newPrefix()}${index}`, each);
    await client.query(one.commits ? 'commit' : 'rollback');
  } catch (error) {
    await client.query('rollback');
    if (!isConcurrencyError(error)) throw error;
  }
}

/** Deadlock, a row that the other saver has moved or deleted, a region that it retired between two statements, or regions kept by it too long. */
function isConcurrencyError(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false;
  return ['40P01', '23503', '40001'].includes(String(error.code)) || error.message.includes('或有人正在保存，没有调整');
}

async function repeatWhile(goesOn: () => boolean, work: () => Promise<unknown>): Promise<void> {
  do await work();
  while (goesOn());
}

async function connectApp(): Promise<Client> {
  const client = new Client({ connectionString: database.appUrl });
  await client.connect();
  return client;
}

async function enterProvince(client: Client): Promise<void> {
  await client.query('begin');
  await client.query(`select set_config('anju.lo', '52', true), set_config('anju.hi', '53', true)`);
}

function newPrefix(): string {
  lastPrefix += 1;
  return `h${lastPrefix}-`;
}
