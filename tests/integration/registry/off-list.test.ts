import type { HouseholdRecord, PersonStanding } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, listAddress, OTHER_COUNTY, RECOGNITIONS, recordOf, rowsOf } from './register';

const HOUSEHOLDS = '/api/registry/households';
const VILLAGE = `(select code from regions where level = 5 and code like '${COUNTY}%' order by code limit 1)`;

let app: TestApp;
let clerk: Caller;
let village: string;
/** Numbers of nobody: the fictitious prefix of the demonstration with a serial of our own. */
let serial = 0;

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  const { rows } = await app.owner.query<{ code: string }>(`select ${VILLAGE} as code`);
  village = rows[0]?.code ?? '';
});
afterAll(() => app.stop());

async function freshNumber(): Promise<string> {
  serial += 1;
  const digits = `52042519700101${String(900 - serial).padStart(3, '0')}`;
  const { rows } = await app.owner.query<{ number: string }>('select $1 || anju.id_check_character($1) as number', [
    digits,
  ]);
  return rows[0]?.number ?? '';
}

async function household(members?: readonly object[]) {
  const head = { name: '罗新户', isHead: true, idNumber: await freshNumber(), phone: '13800000000', gender: '男' };
  const wife = { name: '杨新户', isHead: false, relationToHead: '配偶' };
  return { regionCode: village, verificationNote: '入户核实，属贫困户', members: members ?? [head, wife] };
}

async function added(body: object): Promise<HouseholdRecord> {
  const answer = await clerk.post(HOUSEHOLDS).send(body);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as HouseholdRecord;
}

async function offListCount(scope: 'registry' | 'offList'): Promise<number> {
  const address = `/api/statistics/tables/T1?${new URLSearchParams({ region: COUNTY, scope }).toString()}`;
  const answer = await clerk.get(address).expect(200);
  return (answer.body as { total: { N: number } }).total.N;
}

async function householdCount(): Promise<number> {
  const { rows } = await app.owner.query<{ count: number }>('select count(*)::int as count from households');
  return rows[0]?.count ?? 0;
}

async function knownPerson(county: string): Promise<{ id_number: string; household_id: number; name: string }> {
  const { rows } = await app.owner.query<{ id_number: string; household_id: number; name: string }>(
    `select id_key as id_number, household_id, name from members
     where id_key is not null and not is_head and starts_with(region_code, $1) order by id limit 1`,
    [county],
  );
  if (!rows[0]) throw new Error('No such person');
  return rows[0];
}

describe('a household beside the list', () => {
  it('is added with its persons, listed by source and counted under offList at once', async () => {
    const before = [await offListCount('offList'), await offListCount('registry')];
    const record = await added(await household());
    expect(record).toMatchObject({
      source: 'offList',
      regionCode: village,
      headName: '罗新户',
      memberCount: 2,
      recognised: false,
      verificationNote: '入户核实，属贫困户',
    });
    expect(record.members.map(({ name, relationToHead }) => [name, relationToHead])).toEqual([
      ['罗新户', '户主'],
      ['杨新户', '配偶'],
    ]);
    expect([await offListCount('offList'), await offListCount('registry')]).toEqual([(before[0] ?? 0) + 1, before[1]]);
    const rows = rowsOf(await clerk.get(listAddress({ source: 'offList' })).expect(200));
    expect(rows.map(({ id }) => id)).toContain(record.id);
    const { rows: entries } = await app.owner.query(
      `select subject_table, action from anju.journal where actor is not null and subject_id = $1 and subject_table = 'households'`,
      [record.id],
    );
    expect(entries).toContainEqual({ subject_table: 'households', action: 'create' });
  });

  it('is recognised in the same request when its safeguard is sent along', async () => {
    const record = await added({ ...(await household()), safeguard: RECOGNITIONS.originalSafe });
    expect(record).toMatchObject({ recognised: true, safeguard: { kind: 'originalSafe', appraisalResult: 'gradeB' } });
    expect((await recordOf(app, record.id)).version).toBe(record.version);
  });

  it('is not added at all when its safeguard breaks a rule, which is named at its field', async () => {
    const before = await householdCount();
    const safeguard = { ...RECOGNITIONS.originalSafe, appraisalResult: 'gradeZ' };
    const answer = await clerk
      .post(HOUSEHOLDS)
      .send({ ...(await household()), safeguard })
      .expect(422);
    const { errors } = answer.body as { errors: Record<string, string> };
    expect(Object.keys(errors)).toEqual(['safeguard.appraisalResult']);
    expect(await householdCount()).toBe(before);
  });

  it('may have wrong and missing numbers: they are warnings', async () => {
    const record = await added(
      await household([
        { name: '错号', isHead: true, idNumber: '52042519700101001' },
        { name: '无号', isHead: false },
      ]),
    );
    expect(record.members.map(({ registryIdNumber }) => registryIdNumber)).toEqual(['52042519700101001', null]);
    expect(record.warnings.map(({ kind }) => kind)).toContain('idError');
  });

  it.each([
    ['another county', `${OTHER_COUNTY}001001`, '所在地不在您的行政区划内'],
    ['the county itself', COUNTY, '所在地应选择到乡镇或村'],
  ])('cannot lie in %s', async (_name, regionCode, message) => {
    const answer = await clerk
      .post(HOUSEHOLDS)
      .send({ ...(await household()), regionCode })
      .expect(422);
    expect(answer.body).toMatchObject({ errors: { regionCode: message } });
  });

  it.each([
    ['no head', [{ name: '甲', isHead: false }], 'members'],
    ['nobody', [], 'members'],
    ['a nameless person', [{ name: ' ', isHead: true }], 'members.0.name'],
  ])('with %s is refused at its field', async (_name, members, field) => {
    const answer = await clerk
      .post(HOUSEHOLDS)
      .send(await household(members))
      .expect(400);
    expect(Object.keys((answer.body as { errors: object }).errors)).toEqual([field]);
  });
});

describe('a person who is registered already', () => {
  it('on the list of the own region is named with the household', async () => {
    const person = await knownPerson(COUNTY);
    const before = await householdCount();
    const members = [
      { name: '新户主', isHead: true },
      { name: '某', isHead: false, idNumber: person.id_number.toLowerCase() },
    ];
    const answer = await clerk
      .post(HOUSEHOLDS)
      .send(await household(members))
      .expect(422);
    const { errors } = answer.body as { errors: Record<string, string> };
    expect(errors['members.1.idNumber']).toMatch(new RegExp(`^该身份证号已在建档立卡名单内：${person.name}，.+`));
    expect(await householdCount()).toBe(before);
    const asked = await clerk.post(`${HOUSEHOLDS}/standing`).send({ idNumber: person.id_number }).expect(200);
    expect(asked.body).toMatchObject({ standing: { inRegion: true, householdId: person.household_id } });
  });

  it('of another county is told by the county alone, and the look is journalled', async () => {
    const person = await knownPerson(OTHER_COUNTY);
    const answer = await clerk
      .post(HOUSEHOLDS)
      .send(await household([{ name: '某', isHead: true, idNumber: person.id_number }]))
      .expect(422);
    expect(answer.text).not.toContain(person.name);
    expect(answer.body).toMatchObject({
      errors: { 'members.0.idNumber': expect.stringMatching(/已登记在.+，不能重复补录，请联系所在县$/) as string },
    });
    const asked = await clerk.post(`${HOUSEHOLDS}/standing`).send({ idNumber: person.id_number }).expect(200);
    const { standing } = asked.body as { standing: PersonStanding };
    expect(standing).toMatchObject({
      inRegion: false,
      householdId: null,
      source: null,
      personName: null,
      regionCode: OTHER_COUNTY,
    });
    const { rows } = await app.owner.query(
      `select detail::json as detail from anju.journal where action = 'lookElsewhere'`,
    );
    expect(rows).toEqual([{ detail: { county: OTHER_COUNTY } }]);
  });

  it('beside the list is refused too, also when both are added at the same time', async () => {
    const body = await household();
    const answers = await Promise.all([clerk.post(HOUSEHOLDS).send(body), clerk.post(HOUSEHOLDS).send(body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.text).toContain('已作为库外信息补录');
  });

  it('twice in one household is refused', async () => {
    const idNumber = await freshNumber();
    const members = [
      { name: '甲', isHead: true, idNumber },
      { name: '乙', isHead: false, idNumber },
    ];
    const answer = await clerk
      .post(HOUSEHOLDS)
      .send(await household(members))
      .expect(422);
    expect(answer.body).toMatchObject({ errors: { 'members.1.idNumber': '与本户其他成员的身份证号相同' } });
  });

  it('stands nowhere when nobody has the number', async () => {
    const asked = await clerk
      .post(`${HOUSEHOLDS}/standing`)
      .send({ idNumber: await freshNumber() })
      .expect(200);
    expect(asked.body).toEqual({ standing: null });
  });
});
