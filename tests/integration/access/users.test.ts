import type { UserWithPassword } from '@anju/domain/contracts';
import { addAccount } from '../../harness/accounts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, OTHER_COUNTY, RECOGNITIONS, unrecognisedIds } from '../registry/register';
import { aName, fieldsOf, idOf, list, signIn, statusOf, tokenOf } from './account-requests';
import { enteredAs, refusalOf } from './serving-connection';

const DENIED = '42501';
const TOWNSHIP = '520425102';

let app: TestApp;
let county: Caller;
let city: Caller;

beforeAll(async () => {
  app = await startTestApp();
  [county, city] = [await app.as('demo-county'), await app.as('demo-city')];
});

afterAll(() => app.stop());

/** What a county supervisor sends for a new township clerk. */
function aNewClerk(values: object = {}): object {
  return { username: aName(), name: '新录入人', role: 'townshipClerk', regionCode: TOWNSHIP, ...values };
}

async function create(caller: Caller, values: object = {}): Promise<UserWithPassword> {
  return (await caller.post('/api/access/users').send(aNewClerk(values)).expect(200)).body as UserWithPassword;
}

async function storedAccount(id: number): Promise<unknown> {
  const { rows } = await app.owner.query<{ stored: unknown }>(
    `select to_jsonb(u) || jsonb_build_object('role', l.role_id) as stored from up_users u
     left join up_users_role_lnk l on l.user_id = u.id where u.id = $1`,
    [id],
  );
  return rows[0]?.stored;
}

describe('a supervisor makes an account', () => {
  it('with a one-time password that signs in once it is changed, and sees only its township', async () => {
    const { user, initialPassword } = await create(county, { unit: '板当镇政府', phone: '0851-35231234' });
    expect(user).toMatchObject({
      role: 'townshipClerk',
      roleLabel: '乡镇录入人',
      level: 'township',
      regionCode: TOWNSHIP,
      placed: true,
      status: 'initial',
      unit: '板当镇政府',
      entered: 0,
      returnedShare: null,
      lastSignIn: null,
    });
    const first = (await signIn(app, user.username, initialPassword).expect(200)).body as { jwt: string; user: object };
    expect(first.user).toMatchObject({ mustChangePassword: true, regionCode: TOWNSHIP });
    const changed = await app
      .request()
      .post('/api/auth/change-password')
      .set('Authorization', `Bearer ${first.jwt}`)
      .send({ currentPassword: initialPassword, password: 'Gold-river-77', passwordConfirmation: 'Gold-river-77' })
      .expect(200);
    const rows = await app
      .request()
      .get('/api/registry/households?range=[0,499]')
      .set('Authorization', `Bearer ${(changed.body as { jwt: string }).jwt}`)
      .expect(200);
    const regions = (rows.body as { regionCode: string }[]).map(({ regionCode }) => regionCode.slice(0, 9));
    expect(new Set(regions)).toEqual(new Set([TOWNSHIP]));
    expect((await list(county, { name: user.username }))[0]).toMatchObject({
      status: 'active',
      lastSignIn: expect.any(String) as string,
    });
  });

  it('for a township that is not chosen yet: it sees nothing until the county places it', async () => {
    const { user, initialPassword } = await create(county, { regionCode: COUNTY });
    expect(user).toMatchObject({ level: 'township', regionCode: COUNTY, placed: false });
    const answer = await signIn(app, user.username, initialPassword).expect(200);
    expect((answer.body as { user: object }).user).toMatchObject({ level: 'township', regionCode: null });
    const placed = await county.put(`/api/access/users/${user.id}`).send({ regionCode: TOWNSHIP }).expect(200);
    expect(placed.body).toMatchObject({ regionCode: TOWNSHIP, placed: true });
  });

  it('leaves a password nowhere: not in the journal, not in a later answer', async () => {
    const { user, initialPassword } = await create(county, { initialPassword: 'Given-by-me-1' });
    expect(initialPassword).toBe('Given-by-me-1');
    const { rows } = await app.owner.query<{ text: string }>(
      `select coalesce(string_agg(detail::text, ' '), '') as text from anju.journal where subject_table = 'up_users' and subject_id = $1`,
      [user.id],
    );
    const later = JSON.stringify((await county.get(`/api/access/users/${user.id}`).expect(200)).body);
    expect(rows[0]?.text).toContain(user.username);
    for (const text of [rows[0]?.text, later]) expect(text).not.toMatch(/Given-by-me|\$2[aby]\$/);
  });

  it.each([
    ['a township of another county', { regionCode: '520402001' }, 'regionCode'],
    ['another county', { role: 'countyClerk', regionCode: OTHER_COUNTY }, 'regionCode'],
    ['its city', { role: 'department', regionCode: '5204' }, 'regionCode'],
    ['a region that does not exist', { regionCode: '520425999' }, 'regionCode'],
    ['a village', { regionCode: '520425102001' }, 'regionCode'],
    ['a region of the wrong level for the role', { role: 'countyClerk' }, 'regionCode'],
    ['its own role', { role: 'countySupervisor', regionCode: COUNTY }, 'role'],
    ['a role above it', { role: 'provinceSupervisor', regionCode: COUNTY }, 'role'],
    ['an administrator', { role: 'auditor', regionCode: COUNTY }, 'role'],
    ['a role that does not exist', { role: 'nobody' }, 'role'],
    ['the viewer of its own level', { role: 'viewer', regionCode: COUNTY }, 'regionCode'],
    ['a user name that is taken', { username: 'demo-clerk' }, 'username'],
    ['a weak password', { initialPassword: 'aaaaaaaaaaaa' }, 'initialPassword'],
    ['a password with the user name', { username: 'zhang.san', initialPassword: 'Zhang.San-2020' }, 'initialPassword'],
    ['a validity that is over', { validUntil: '2020-01-01' }, 'validUntil'],
  ])('and is refused %s at its field', async (_name, values, field) => {
    const before = await app.owner.query('select count(*)::int as count from up_users');
    const answer = await county.post('/api/access/users').send(aNewClerk(values)).expect(422);
    expect(fieldsOf(answer)).toEqual([field]);
    const after = await app.owner.query('select count(*)::int as count from up_users');
    expect(after.rows).toEqual(before.rows);
  });

  it.each([
    ['a user name of other letters', { username: 'Zhang San' }, 'username'],
    ['a user name as an address', { username: 'demo-clerk@accounts.invalid' }, 'username'],
    ['no name', { name: ' ' }, 'name'],
    ['a phone that is none', { phone: '<b>x</b>' }, 'phone'],
    ['duties of its own', { duties: ['audit'] }, 'duties'],
    ['a level of its own', { level: 'county' }, 'level'],
  ])('and is refused %s as bad input', async (_name, values, field) => {
    expect(fieldsOf(await county.post('/api/access/users').send(aNewClerk(values)).expect(400))).toEqual([field]);
  });
});

describe('the ledger', () => {
  it('shows a county exactly the accounts below it', async () => {
    const stranger = await addAccount(app, { username: 'stranger', role: 'townshipClerk', regionCode: '520402001' });
    const rows = await list(county, {});
    const names = rows.map(({ username }) => username);
    expect(names).toEqual(
      expect.arrayContaining(['demo-clerk', 'demo-county-reviewer', 'demo-township-clerk', 'demo-township-reviewer']),
    );
    expect(rows.every(({ regionCode }) => regionCode.startsWith(COUNTY))).toBe(true);
    for (const other of ['demo-county', 'demo-city', 'demo-province', 'demo-other-clerk', 'demo-auditor', 'stranger']) {
      expect(names).not.toContain(other);
    }
    expect((await list(city, { name: 'stranger' })).map(({ id }) => id)).toEqual([stranger]);
    expect((await list(city, {})).map(({ username }) => username)).toContain('demo-county');
  });

  it('is no oracle: filters and orders find nothing outside', async () => {
    for (const filter of [
      { regionCode: '' },
      { regionCode: '5204' },
      { regionCode: OTHER_COUNTY },
      { name: 'demo-other' },
      { name: '邻县' },
      { role: ['countySupervisor', 'citySupervisor', 'auditor'] },
      { status: ['active', 'disabled'] },
    ]) {
      for (const field of ['regionCode', 'username', 'name', 'lastSignIn', 'validUntil']) {
        const rows = await list(county, filter, [field, 'DESC']);
        expect(rows.filter(({ regionCode }) => !regionCode.startsWith(COUNTY))).toEqual([]);
        expect(rows.map(({ username }) => username)).not.toContain('demo-county');
      }
    }
    const counted = await county.get(`/api/access/users?filter=${encodeURIComponent('{"name":"demo-other"}')}`);
    expect(counted.headers['content-range']).toBe('users 0-0/0');
    await county.get('/api/access/users?sort=["password","ASC"]').expect(400);
    await county.get(`/api/access/users?filter=${encodeURIComponent('{"password":"x"}')}`).expect(400);
  });

  it('counts what each person entered, today, last, and the share that was returned', async () => {
    const clerk = await app.as('demo-clerk');
    const before = (await list(county, { name: 'demo-clerk' }))[0];
    const [first = 0, second = 0] = await unrecognisedIds(app);
    for (const household of [first, second]) {
      const { rows } = await app.owner.query<{ version: number }>('select version from households where id = $1', [
        household,
      ]);
      const body = { version: rows[0]?.version ?? 0, ...RECOGNITIONS.originalSafe };
      await clerk.put(`/api/registry/households/${household}/safeguard`).send(body).expect(200);
    }
    await app.owner.query('update safeguards set returned_at = now() where household_id = $1', [second]);
    const after = (await list(county, { name: 'demo-clerk' }))[0];
    expect(after).toMatchObject({
      entered: (before?.entered ?? 0) + 2,
      enteredToday: (before?.enteredToday ?? 0) + 2,
      lastEntryAt: expect.any(String) as string,
      returnedShare: Math.round(1000 / (after?.entered ?? 1)) / 10,
    });
  });

  it('proposes the townships with unrecognised households and nobody who enters', async () => {
    const proposals = async () =>
      (await county.get('/api/access/user-proposals').expect(200)).body as {
        regionCode: string;
        unrecognised: number;
      }[];
    const [open] = await proposals();
    if (!open) throw new Error('The demonstration has a clerk in every township');
    expect(open.unrecognised).toBeGreaterThan(0);
    expect((await proposals()).map(({ regionCode }) => regionCode)).not.toContain(TOWNSHIP);
    const { user } = await create(county, { regionCode: open.regionCode });
    expect((await proposals()).map(({ regionCode }) => regionCode)).not.toContain(open.regionCode);
    await county.post(`/api/access/users/${user.id}/disable`).expect(200);
    expect((await proposals()).map(({ regionCode }) => regionCode)).toContain(open.regionCode);
  });

  it('offers the roles that one may give, with their levels', async () => {
    const answer = await county.get('/api/access/grantable-roles').expect(200);
    expect(answer.body).toEqual([
      { role: 'countyClerk', label: '县级录入人', levels: ['county'] },
      { role: 'countyReviewer', label: '县级审核人', levels: ['county'] },
      { role: 'townshipClerk', label: '乡镇录入人', levels: ['township'] },
      { role: 'townshipReviewer', label: '乡镇审核人', levels: ['township'] },
      { role: 'department', label: '相关部门', levels: ['county', 'township'] },
      { role: 'viewer', label: '查看人', levels: ['township'] },
    ]);
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

describe('what is not one’s own to change', () => {
  const CHANGES = [
    ['put', '', { name: '改名' }],
    ['put', '', { role: 'provinceSupervisor', regionCode: '52' }],
    ['post', '/disable', undefined],
    ['post', '/enable', undefined],
    ['post', '/reset', undefined],
    ['post', '/unlock', undefined],
    ['post', '/sign-out', undefined],
  ] as const;

  it.each(['demo-county', 'demo-city', 'demo-province', 'demo-other-clerk', 'demo-auditor', 'demo-security'])(
    'is answered as if %s did not exist, and stays as it was',
    async (username) => {
      const id = await idOf(app, username);
      const before = await storedAccount(id);
      for (const [method, path, body] of CHANGES) {
        const missing = await county[method](`/api/access/users/2147483647${path}`).send(body);
        const answer = await county[method](`/api/access/users/${id}${path}`).send(body);
        expect([answer.status, answer.body]).toEqual([404, missing.body]);
      }
      expect(await storedAccount(id)).toEqual(before);
    },
  );

  it.each([
    ['a role of its own level', { role: 'countySupervisor' }, 'role'],
    ['an administrator’s role', { role: 'systemAdministrator' }, 'role'],
    ['another county', { regionCode: OTHER_COUNTY }, 'regionCode'],
    ['the whole province', { regionCode: '52' }, 'regionCode'],
    ['the nation', { regionCode: '' }, 'regionCode'],
  ])('nor is an account below lifted to %s', async (_name, change, field) => {
    const { user } = await create(county);
    const before = await storedAccount(user.id);
    const answer = await county.put(`/api/access/users/${user.id}`).send(change).expect(422);
    expect(fieldsOf(answer)).toEqual([field]);
    expect(await storedAccount(user.id)).toEqual(before);
  });

  it('is refused by the database itself, whatever a statement says', async () => {
    const own = await idOf(app, 'demo-county');
    const below = await idOf(app, 'demo-clerk');
    const other = await idOf(app, 'demo-other-clerk');
    const role = (type: string) => `(select id from up_roles where type = '${type}')`;
    for (const sql of [
      `update up_users set region_code = '52' where id = ${own}`,
      `update up_users set name = 'x' where id = ${own}`,
      `update up_users_role_lnk set role_id = ${role('provinceSupervisor')} where user_id = ${own}`,
      `update up_users_role_lnk set role_id = ${role('countySupervisor')} where user_id = ${below}`,
      `update up_users_role_lnk set user_id = ${own} where user_id = ${below}`,
      `insert into up_users_role_lnk (user_id, role_id) values (${own}, ${role('auditor')})`,
      `update up_users set region_code = '5204' where id = ${below}`,
      `update up_users set username = 'demo-city' where id = ${below}`,
      `update up_users set blocked = true where id = ${other}`,
      `update up_users set password = 'x' where id = ${other}`,
      `delete from up_users where id = ${below}`,
      `delete from up_users_role_lnk where user_id = ${other}`,
      `insert into up_users (username, email, level, region_code) values ('x-y-z', 'x@y.z', 'county', '${OTHER_COUNTY}')`,
      `insert into up_users (username, email, level, region_code) values ('x-y-z', 'x@y.z', 'province', '52')`,
    ]) {
      const refusal = await enteredAs(app, 'demo-county', (client) => refusalOf(client.query(sql)));
      expect([sql, refusal]).toEqual([sql, DENIED]);
    }
    for (const who of ['demo-clerk', 'demo-auditor', 'demo-security', 'demo-township-unset']) {
      const sql = `update up_users set name = 'x' where id = ${below === (await idOf(app, who)) ? other : below}`;
      expect(await enteredAs(app, who, (client) => refusalOf(client.query(sql)))).toBe(DENIED);
      const { rowCount } = await enteredAs(app, who, (client) => client.query('select * from anju.managed_accounts()'));
      expect(rowCount).toBe(0);
    }
  });
});

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
