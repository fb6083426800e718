import type { UserWithPassword } from '@anju/domain/contracts';
import { addAccount } from '../../harness/accounts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { bytesOf } from '../../harness/bytes';
import { workbookOf } from '../../harness/workbook';
import { COUNTY, OTHER_COUNTY, unrecognisedIds } from '../registry/register';
import { aName, create, fieldsOf, idOf, list, signIn, statusOf, tokenOf } from './account-requests';

const TOWNSHIP = '520425102';

let app: TestApp;
let county: Caller;

beforeAll(async () => {
  app = await startTestApp();
  county = await app.as('demo-county');
});

afterAll(() => app.stop());

describe('a change of an account', () => {
  it('of its details leaves it signed in, and stands in the journal', async () => {
    const { user } = await create(county);
    const change = { name: '新名字', phone: '100-1234', townshipReviewer: '王审核', validUntil: '2099-12-31' };
    const answer = await county.put(`/api/access/users/${user.id}`).send(change).expect(200);
    expect(answer.body).toMatchObject({ ...change, regionCode: TOWNSHIP, role: 'townshipClerk' });
    const { rows } = await app.owner.query<{ actor: number; name: string }>(
      `select actor, detail#>>'{name,1}' as name from anju.journal where request = $1 and subject_table = 'up_users'`,
      [answer.headers['x-request-id']],
    );
    expect(rows).toEqual([{ actor: await idOf(app, 'demo-county'), name: '新名字' }]);
  });

  it.each([
    ['disabled', 'post', '/disable', undefined],
    ['reset', 'post', '/reset', undefined],
    ['signed out', 'post', '/sign-out', undefined],
    ['given another role', 'put', '', { role: 'townshipReviewer' }],
    ['lifted inside the county', 'put', '', { role: 'countyClerk', regionCode: COUNTY }],
    ['moved', 'put', '', { regionCode: '520425101' }],
  ] as const)('that is %s ends every sign-in of it at once, renewals too', async (_name, method, path, body) => {
    const username = aName();
    const id = await addAccount(app, { username, role: 'townshipClerk', regionCode: TOWNSHIP });
    const { jwt, refreshToken } = (await signIn(app, username).expect(200)).body as {
      jwt: string;
      refreshToken: string;
    };
    const other = await tokenOf(app, username);
    expect([await statusOf(app, jwt), await statusOf(app, other)]).toEqual([200, 200]);
    await county[method](`/api/access/users/${id}${path}`).send(body).expect(200);
    expect([await statusOf(app, jwt), await statusOf(app, other)]).toEqual([401, 401]);
    await app.request().post('/api/auth/refresh').send({ refreshToken }).expect(401);
  });

  it('moves a reviewer of the county down and up again', async () => {
    const { user } = await create(county, { role: 'countyReviewer', regionCode: COUNTY });
    const down = await county
      .put(`/api/access/users/${user.id}`)
      .send({ role: 'townshipReviewer', regionCode: TOWNSHIP })
      .expect(200);
    expect(down.body).toMatchObject({ role: 'townshipReviewer', level: 'township' });
    await county.put(`/api/access/users/${user.id}`).send({ role: 'countyReviewer', regionCode: COUNTY }).expect(200);
  });

  it('disables and enables, and a reset gives a new password in place of the old', async () => {
    const { user, initialPassword } = await create(county);
    await county.post(`/api/access/users/${user.id}/disable`).expect(200);
    await signIn(app, user.username, initialPassword).expect(401);
    expect((await list(county, { name: user.username }))[0]?.status).toBe('disabled');
    await county.post(`/api/access/users/${user.id}/enable`).expect(200);
    const reset = (await county.post(`/api/access/users/${user.id}/reset`).expect(200)).body as UserWithPassword;
    await signIn(app, user.username, initialPassword).expect(401);
    const answer = await signIn(app, user.username, reset.initialPassword).expect(200);
    expect((answer.body as { user: object }).user).toMatchObject({ mustChangePassword: true });
  });
});

describe('a person who leaves', () => {
  it('hands drafts and returned records over to one who enters in the same place, who can go on with them', async () => {
    const leaver = await app.as('demo-clerk');
    const successor = await addAccount(app, { username: aName(), role: 'countyClerk', regionCode: COUNTY });
    const elsewhere = await addAccount(app, { username: aName(), role: 'townshipClerk', regionCode: '520425104' });
    const outside = await addAccount(app, { username: aName(), role: 'countyClerk', regionCode: OTHER_COUNTY });
    const from = await idOf(app, 'demo-clerk');
    const [drafted = 0] = await unrecognisedIds(app);
    const { rows } = await app.owner.query<{ version: number; returned: number; returned_region: string }>(
      `with one as (update safeguards set review_state = 'returned', entered_by = $2, returned_by = 1, returned_at = now(),
                      return_reasons = '[{"field":"kind","text":"不符"}]'
                    where household_id = (select household_id from safeguards where region_code like '520425102%' order by id limit 1)
                    returning household_id, region_code)
       select h.version, one.household_id as returned, one.region_code as returned_region from households h, one where h.id = $1`,
      [drafted, from],
    );
    const [found] = rows;
    if (!found) throw new Error('The demonstration has nothing to return');
    await leaver
      .put(`/api/registry/drafts/${drafted}`)
      .send({ version: found.version, fields: { remark: '未写完' } })
      .expect(200);
    const handOver = (to: number) => county.post(`/api/access/users/${from}/hand-over`).send({ to });
    for (const to of [outside, from, 2_147_483_647]) {
      expect(fieldsOf(await handOver(to).expect(422))).toEqual(['to']);
    }
    expect((await handOver(elsewhere).expect(200)).body).toEqual({ drafts: 0, returned: 0 });
    expect((await handOver(successor).expect(200)).body).toMatchObject({ drafts: 1 });
    const owners = await app.owner.query<{ creator: number; entered_by: number }>(
      `select d.creator, s.entered_by from anju.draft d, safeguards s where d.household_id = $1 and s.household_id = $2`,
      [drafted, found.returned],
    );
    expect(owners.rows).toEqual([{ creator: successor, entered_by: successor }]);
  });
});

describe('a township user without a township', () => {
  it('asks for one of the county’s, and sees it when the county has confirmed', async () => {
    const username = aName();
    const id = await addAccount(app, { username, role: 'townshipClerk', regionCode: COUNTY, level: 'township' });
    const unset = await app.as(username);
    const ask = (regionCode: string) => unset.post('/api/access/township-request').send({ regionCode });
    const { townships } = (await unset.get('/api/access/township-request').expect(200)).body as {
      townships: readonly { readonly code: string }[];
    };
    expect(townships.length).toBeGreaterThan(5);
    expect(townships.every(({ code }) => code.startsWith(COUNTY) && code.length === 9)).toBe(true);
    for (const foreign of ['520402001', COUNTY, '52', '520425102001', '']) await ask(foreign).expect(422);
    await county.post(`/api/access/users/${id}/confirm-township`).expect(422);
    expect((await ask(TOWNSHIP).expect(200)).body).toMatchObject({ requested: TOWNSHIP });
    expect((await unset.get('/api/registry/households').expect(200)).body).toEqual([]);
    expect((await list(county, { name: username }))[0]).toMatchObject({
      placed: false,
      requestedRegionCode: TOWNSHIP,
      requestedRegionName: '猴场镇',
    });
    const placed = await county.post(`/api/access/users/${id}/confirm-township`).expect(200);
    expect(placed.body).toMatchObject({ placed: true, regionCode: TOWNSHIP, requestedRegionCode: null });
    const again = await tokenOf(app, username);
    const rows = await app
      .request()
      .get('/api/registry/households')
      .set('Authorization', `Bearer ${again}`)
      .expect(200);
    expect((rows.body as unknown[]).length).toBeGreaterThan(0);
    await app
      .request()
      .post('/api/access/township-request')
      .set('Authorization', `Bearer ${again}`)
      .send({ regionCode: TOWNSHIP })
      .expect(422);
  });

  it('nobody else asks: a clerk of the county has nothing to choose', async () => {
    const clerk = await app.as('demo-clerk');
    expect((await clerk.get('/api/access/township-request').expect(200)).body).toEqual({
      requested: null,
      townships: [],
    });
    await clerk.post('/api/access/township-request').send({ regionCode: TOWNSHIP }).expect(422);
  });
});

describe('a workbook of new persons', () => {
  it('is handed out with the townships that nobody enters for, and read back into rows before anything is made', async () => {
    const book = await workbookOf(await bytesOf(county, '/api/access/user-workbook'));
    const [sheet, hints] = book.worksheets;
    const proposed = (await county.get('/api/access/user-proposals').expect(200)).body as object[];
    expect([sheet?.getCell('A1').value, sheet?.rowCount]).toEqual(['用户名', proposed.length + 1]);
    expect(hints?.getColumn(1).values).toContain('乡镇审核人');
    const username = aName();
    sheet?.spliceRows(2, sheet.rowCount, [username, '韦一', '乡镇录入人', '猴场镇', '', '']);
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    const before = await idOf(app, username);
    const read = await county.post('/api/access/user-workbook').attach('file', bytes, 'users.xlsx').expect(200);
    expect(read.body).toEqual({ rows: [[username, '韦一', '乡镇录入人', '猴场镇', '', '']] });
    expect([before, await idOf(app, username)]).toEqual([-1, -1]);
    const broken = await county
      .post('/api/access/user-workbook')
      .attach('file', Buffer.from('PK\u0003\u0004x'), 'a.xlsx');
    expect([broken.status, fieldsOf(broken)]).toEqual([400, ['file']]);
  });
});
