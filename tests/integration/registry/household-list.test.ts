import type { HouseholdRow, LookupAnswer } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, listAddress, OTHER_COUNTY, recordOf, rowsOf } from './register';

let app: TestApp;
let clerk: Caller;

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
});

afterAll(() => app.stop());

async function idsWhere(condition: string): Promise<number[]> {
  const { rows } = await app.owner.query<{ id: number }>(
    `select h.id from households h left join safeguards s on s.household_id = h.id
     where h.region_code like '${COUNTY}%' and (${condition}) order by h.region_code, h.id`,
  );
  return rows.map(({ id }) => id);
}

async function list(filter: object): Promise<{ readonly rows: HouseholdRow[]; readonly total: number }> {
  const answer = await clerk.get(listAddress(filter, { range: '[0,499]' }));
  if (answer.status !== 200) throw new Error(answer.text);
  const total = Number(String(answer.headers['content-range']).split('/')[1]);
  return { rows: rowsOf(answer), total };
}

describe('the list', () => {
  it.each([
    ['unrecognised', { recognised: false }, 'not h.recognised'],
    [
      'unrecognised and not departed',
      { recognised: false, departed: false },
      'not h.recognised and h.departure_reason is null',
    ],
    ['departed', { departed: true }, 'not h.recognised and h.departure_reason is not null'],
    ['of one kind', { kind: 'renovation' }, `s.kind = 'renovation'`],
    ['of several kinds', { kind: ['renovation', 'publicHousing'] }, `s.kind in ('renovation', 'publicHousing')`],
    [
      'by either appraisal result',
      { appraisalResult: ['gradeA', 'gradeD'] },
      `coalesce(s.original_appraisal_result, s.appraisal_result) in ('gradeA', 'gradeD')`,
    ],
    ['by exit year', { exitYear: 2018 }, 'h.exit_year = 2018'],
    ['by source', { source: 'registry' }, `h.source = 'registry'`],
    ['by review state', { reviewState: 'entered' }, `s.review_state = 'entered'`],
    [
      'by entry date',
      { entryDateFrom: '2020-01-01', entryDateTo: '2020-06-30' },
      `s.entry_date between '2020-01-01' and '2020-06-30'`,
    ],
    [
      'linked to an archive',
      { linked: 'renovation' },
      'exists (select from members m join renovations r using (id_key) where m.household_id = h.id)',
    ],
    [
      'linked to nothing',
      { linked: 'none' },
      `not exists (select from members m where m.household_id = h.id and (
      exists (select from renovations r where r.id_key = m.id_key) or exists (select from relocation_entries r where r.id_key = m.id_key)))`,
    ],
    ['of the whole county', {}, 'true'],
  ])('%s holds exactly the households that match, with an exact total', async (_name, filter, condition) => {
    const expected = await idsWhere(condition);
    const { rows, total } = await list(filter);
    expect(rows.map(({ id }) => id)).toEqual(expected);
    expect(total).toBe(expected.length);
  });

  it('shows the head in force with masked number and phone', async () => {
    const { rows } = await list({});
    for (const row of rows) {
      expect(row.idNumber ?? '*').toContain('*');
      expect(row.phone ?? '*').toContain('*');
    }
    expect(rows[0]?.regionName).toContain('紫云');
  });

  it('reads the whole list page by page through the cursor, each household once', async () => {
    const expected = await idsWhere('true');
    const read: number[] = [];
    let after: string | undefined;
    do {
      const answer = await clerk.get(listAddress({}, { range: '[0,39]', ...(after ? { after } : {}) })).expect(200);
      read.push(...rowsOf(answer).map(({ id }) => id));
      after = answer.headers['x-next-cursor'];
    } while (after);
    expect(read).toEqual(expected);
  });

  it('orders downwards as well', async () => {
    const answer = await clerk.get(listAddress({}, { sort: '["id","DESC"]', range: '[0,9]' })).expect(200);
    const ids = rowsOf(answer).map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
  });

  it('finds any person of a household by name and by old or corrected number', async () => {
    const { rows: members } = await app.owner.query<{ household_id: number; name: string; registry_id_number: string }>(
      `select household_id, name, registry_id_number from members
       where not is_head and region_code like '${COUNTY}%' and registry_id_number ~ '^[0-9]{17}[0-9X]$' order by id limit 1`,
    );
    const [member] = members;
    if (!member) throw new Error('The demonstration holds no such member');
    const named = await list({ personName: member.name.slice(-2) });
    const found = named.rows.find(({ id }) => id === member.household_id);
    expect(found?.matchedPerson).toBeTruthy();
    const byNumber = async (idNumber: string) => (await list({ idNumber })).rows.map(({ id }) => id);
    expect(await byNumber(` ${member.registry_id_number.toLowerCase()} `)).toContain(member.household_id);
    await app.owner.query(
      'update members set corrected_id_number = $1 where household_id = $2 and registry_id_number = $3',
      ['11010519491231002X', member.household_id, member.registry_id_number],
    );
    expect(await byNumber(member.registry_id_number)).toContain(member.household_id);
    expect(await byNumber('11010519491231002X')).toContain(member.household_id);
  });

  it('finds a name from its beginning in the whole city', async () => {
    const { rows: members } = await app.owner.query<{ household_id: number; name: string }>(
      `select household_id, name from members where not is_head order by id limit 1`,
    );
    const [member] = members;
    const city = await app.as('demo-city');
    const found = async (personName: string) =>
      rowsOf(await city.get(listAddress({ personName }, { range: '[0,499]' })).expect(200)).map(({ id }) => id);
    expect(await found(member?.name.slice(0, 2) ?? '')).toContain(member?.household_id);
    const { rows } = await app.owner.query<{ id: number }>(
      'select distinct household_id as id from members where starts_with(name, $1) order by 1',
      [member?.name.slice(0, 1)],
    );
    expect((await found(member?.name.slice(0, 1) ?? '')).sort((a, b) => a - b)).toEqual(rows.map(({ id }) => id));
  });

  it.each([
    ['an unknown condition', { colour: 'red' }, {}, 'colour', '不认识的字段'],
    ['an impossible day', { entryDateFrom: '2020-02-30' }, {}, 'entryDateFrom', '不是有效日期'],
    ['an unknown order', {}, { sort: '["phone","ASC"]' }, 'sort', '只能按'],
    ['a page too long', {}, { range: '[0,5000]' }, 'range', '一次最多取'],
    ['an offset too far', {}, { range: '[10001,10025]' }, 'range', '不能跳到'],
    ['a cursor of somebody else', {}, { after: 'bm9uc2Vuc2U' }, 'after', '翻页标记不正确'],
    ['an unknown parameter', {}, { _q: 'x' }, '_q', '不认识的字段'],
  ])('refuses %s', async (_name, filter, more, field, sentence) => {
    const answer = await clerk.get(listAddress(filter, more)).expect(400);
    const { errors } = answer.body as { errors: Record<string, string> };
    const named = Object.entries(errors).find(([key]) => key.startsWith(field));
    expect(named?.[1]).toContain(sentence);
  });

  it('shows nothing of another county, by filter or by number', async () => {
    await clerk.get(listAddress({ regionCode: OTHER_COUNTY })).expect(404);
    const { rows: foreign } = await app.owner.query<{ registry_id_number: string }>(
      `select registry_id_number from members where region_code like '${OTHER_COUNTY}%' and id_key is not null limit 1`,
    );
    const idNumber = foreign[0]?.registry_id_number ?? '';
    expect((await list({ idNumber })).rows).toEqual([]);
    const answer = await clerk
      .post('/api/registry/households/lookup')
      .send({ idNumbers: [idNumber] })
      .expect(200);
    expect(answer.body).toEqual({ found: [], offList: [], notFound: [idNumber] });
  });

  it('is empty for a township clerk whose township is not filled in', async () => {
    const unset = await app.as('demo-township-unset');
    const answer = await unset.get(listAddress({}));
    expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([200, [], 'households 0-0/0']);
  });
});

describe('looking numbers up', () => {
  it('says who was found, in the order asked, and who was not', async () => {
    const { rows } = await app.owner.query<{ registry_id_number: string; household_id: number; name: string }>(
      `select registry_id_number, household_id, name from members where region_code like '${COUNTY}%' and id_key = registry_id_number
         and id_key in (select id_key from members group by 1 having count(*) = 1) order by id limit 3`,
    );
    const nobody = '520102198503151211';
    const idNumbers = [...rows.map((row) => row.registry_id_number), nobody];
    const answer = await clerk.post('/api/registry/households/lookup').send({ idNumbers }).expect(200);
    const { found, notFound } = answer.body as LookupAnswer;
    expect(found.map(({ household, personName }) => [household.id, personName])).toEqual(
      rows.map((row) => [row.household_id, row.name]),
    );
    expect(notFound).toEqual([nobody]);
  });

  it('finds a number of no known form as the list does', async () => {
    const [id = 0] = await idsWhere('exists (select from members m where m.household_id = h.id and m.is_head)');
    await app.owner.query(`update members set registry_id_number = '无证-0425' where household_id = $1 and is_head`, [
      id,
    ]);
    const idNumbers = ['无证-0425', '无证-0426'];
    const answer = await clerk.post('/api/registry/households/lookup').send({ idNumbers }).expect(200);
    const { found, notFound } = answer.body as LookupAnswer;
    expect(found.map(({ household }) => household.id)).toEqual([id]);
    expect((await list({ idNumber: '无证-0425' })).rows.map((row) => row.id)).toEqual([id]);
    expect(notFound).toEqual(['无证-0426']);
  });
});

describe('the record', () => {
  it('shows full numbers to the clerk and masked ones to the supervisor, and each opening is journalled', async () => {
    const [id = 0] = await idsWhere(
      `exists (select from members m where m.household_id = h.id and m.id_key is not null and m.is_head)`,
    );
    const full = await recordOf(app, id);
    expect(full).toMatchObject({ masked: false });
    expect(full.members[0]?.registryIdNumber).toMatch(/^\d{17}[\dX]$/);
    const masked = await recordOf(app, id, 'demo-county');
    expect(masked).toMatchObject({ masked: true });
    expect(masked.members[0]?.registryIdNumber).toContain('*');
    expect(await journalled('open', id)).toEqual(['demo-clerk', 'demo-county']);
  });

  it('reveals one value to those who may see it, and the journal keeps it', async () => {
    const [id = 0] = await idsWhere(
      `exists (select from members m where m.household_id = h.id and m.id_key is not null and m.is_head)`,
    );
    const { members } = await recordOf(app, id);
    const supervisor = await app.as('demo-county');
    const address = `/api/registry/households/${id}/reveal`;
    const answer = await supervisor.post(address).send({ field: 'idNumber' }).expect(200);
    expect(answer.body).toMatchObject({
      field: 'idNumber',
      memberId: members[0]?.id,
      value: members[0]?.registryIdNumber,
    });
    expect(await journalled('reveal', members[0]?.id ?? 0)).toEqual(['demo-county']);
    await clerk.post(address).send({ field: 'idNumber' }).expect(403);
  });
});

async function journalled(action: string, subject: number): Promise<string[]> {
  const { rows } = await app.owner.query<{ username: string }>(
    `select u.username from anju.journal j join up_users u on u.id = j.actor
     where j.action = $1 and j.subject_id = $2 order by j.id`,
    [action, subject],
  );
  return rows.map(({ username }) => username);
}
