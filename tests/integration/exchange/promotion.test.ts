import { type HouseholdListReport, importHouseholdList } from '@anju/exchange/imports';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { Client } from 'pg';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, RECOGNITIONS, recordOf } from '../registry/register';
import { file, headLines, lines } from './list-file';

let app: TestApp;
let clerk: Caller;
let client: Client;
/** Columns of the fixture by title. */
let column: ReadonlyMap<string, number>;

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  client = new Client({ connectionString: app.appUrl });
  await client.connect();
  column = new Map(
    (lines()[0] ?? '')
      .replace(/^\ufeff/, '')
      .split(',')
      .map((title, index) => [title, index]),
  );
});
afterAll(async () => {
  await client.end();
  await app.stop();
});

function cell(line: string, title: string): string {
  const place = column.get(title);
  if (place === undefined) throw new Error(`The fixture has no column ${title}`);
  return line.split(',')[place] ?? '';
}

/** Heads by whose number a person is known again. */
function numberedHeads(): string[] {
  return headLines().filter((line) => /^\d{17}[\dX]$/.test(cell(line, '证件号码')));
}

/** All lines of the household whose head stands in this line. */
function householdOf(head: string): string[] {
  const number = cell(head, '户编号');
  return lines().filter((line) => cell(line, '户编号') === number);
}

async function importLines(name: string, chosen: readonly string[], mode: 'dryRun' | 'commit' = 'commit') {
  const list = file(app, `${name}.csv`, [lines()[0], ...chosen].join('\n'));
  return importHouseholdList({ client, file: list, regionCode: COUNTY, mode });
}

/** Adds the head and another person, who is on no list, and recognises the household. */
async function offListTwin(head: string): Promise<HouseholdRecord> {
  const { rows } = await app.owner.query<{ code: string }>(
    `select code from regions where level = 5 and code like '${COUNTY}%' order by code desc limit 1`,
  );
  const answer = await clerk.post('/api/registry/households').send({
    regionCode: rows[0]?.code,
    verificationNote: '入户核实',
    members: [
      { name: '曾用名', isHead: true, idNumber: cell(head, '证件号码') },
      { name: '名单外的人', isHead: false },
    ],
    safeguard: RECOGNITIONS.otherMeans,
  });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as HouseholdRecord;
}

async function one<Row extends object>(sql: string, values: readonly unknown[]): Promise<Row | undefined> {
  return (await app.owner.query<Row>(sql, [...values])).rows[0];
}

async function statistics(scope: 'registry' | 'offList'): Promise<readonly [number, number]> {
  const search = new URLSearchParams({ region: COUNTY, scope }).toString();
  const answer = await clerk.get(`/api/statistics/tables/T1?${search}`).expect(200);
  const { total } = answer.body as { total: { N: number; otherMeans: number } };
  return [total.N, total.otherMeans];
}

describe('a list that carries a person of a household beside it', () => {
  let before: HouseholdRecord;
  let head: string;
  let report: HouseholdListReport;
  let counted: readonly (readonly [number, number])[];

  beforeAll(async () => {
    head = numberedHeads()[0] ?? '';
    before = await offListTwin(head);
    counted = [await statistics('registry'), await statistics('offList')];
    const dry = await importLines('dry', householdOf(head), 'dryRun');
    expect(dry).toMatchObject({ promoted: 1, households: { new: 0, changed: 1 } });
    expect(await recordOf(app, before.id)).toMatchObject({ source: 'offList' });
    report = await importLines('promoted', householdOf(head));
  });

  it('makes that household the list’s own, with its safeguard and place', async () => {
    expect(report).toMatchObject({ promoted: 1, households: { new: 0, changed: 1, refused: 0 } });
    const after = await recordOf(app, before.id);
    expect(after).toMatchObject({
      source: 'registry',
      registryNumber: cell(head, '户编号'),
      regionCode: before.regionCode,
      headName: cell(head, '姓名'),
      memberCount: householdOf(head).length,
      verificationNote: '入户核实',
      recognised: true,
      safeguard: { id: before.safeguard?.id, kind: 'otherMeans' },
    });
    const source = await one('select source from safeguards where household_id = $1', [before.id]);
    expect(source).toEqual({ source: 'registry' });
  });

  it('keeps the person under the list’s number, and flags who is not on the list', async () => {
    const after = await recordOf(app, before.id);
    const persons = after.members.map(({ id, name, personNumber, isHead, vanishedAt }) => ({
      id,
      name,
      personNumber,
      isHead,
      vanished: vanishedAt !== null,
    }));
    expect(persons).toHaveLength(householdOf(head).length + 1);
    const [headBefore, otherBefore] = before.members;
    expect(persons[0]).toEqual({
      id: headBefore?.id,
      name: cell(head, '姓名'),
      personNumber: cell(head, '人编号'),
      isHead: true,
      vanished: false,
    });
    expect(persons).toContainEqual({
      id: otherBefore?.id,
      name: '名单外的人',
      personNumber: null,
      isHead: false,
      vanished: true,
    });
  });

  it('is journalled, and counted in the list’s statistics from then on', async () => {
    const entry = await one<{ detail: object }>(
      `select detail::json as detail from anju.journal where subject_table = 'households' and subject_id = $1 and action = 'update'
         and detail ? 'source'`,
      [before.id],
    );
    expect(entry?.detail).toMatchObject({
      source: ['offList', 'registry'],
      registry_number: [null, cell(head, '户编号')],
    });
    const [registry = [0, 0], offList = [0, 0]] = counted;
    expect(await statistics('registry')).toEqual([registry[0] + 1, registry[1] + 1]);
    expect(await statistics('offList')).toEqual([offList[0] - 1, offList[1] - 1]);
    expect((await app.owner.query('select * from anju.statistics_differences()')).rows).toEqual([]);
  });

  it('changes nothing when it comes again', async () => {
    const again = await importLines('again', householdOf(head));
    expect(again).toMatchObject({ promoted: 0, households: { new: 0, changed: 0, unchanged: 1 } });
  });
});

describe('a household of the list with persons of two households beside it', () => {
  it('takes the place of the one that has its head; the other stays beside the list', async () => {
    const head = numberedHeads()[1] ?? '';
    const withHead = await offListTwin(head);
    const other = householdOf(head).find((line) => line !== head && cell(line, '证件号码').length === 18);
    const before = other ? await offListTwin(other) : undefined;
    const report = await importLines('two', householdOf(head));
    expect(report.promoted).toBe(1);
    expect((await recordOf(app, withHead.id)).source).toBe('registry');
    if (before) expect((await recordOf(app, before.id)).source).toBe('offList');
  });
});
