import type { UserWithPassword } from '@anju/domain/contracts';
import { addAccount } from '../../harness/accounts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, OTHER_COUNTY, RECOGNITIONS, unrecognisedIds } from '../registry/register';
import { aNewClerk, create, fieldsOf, idOf, list, signIn, storedAccount } from './account-requests';
import { REFUSED_ACCOUNTS } from './refused-accounts';
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

describe('a supervisor makes an account', () => {
  it('with a one-time password that signs in once it is changed, and sees only its township', async () => {
    const { user, initialPassword } = await create(county, { unit: '板当镇政府', phone: '０８５１－３５２３１２３４' });
    expect(user).toMatchObject({
      role: 'townshipClerk',
      roleLabel: '乡镇录入人',
      level: 'township',
      regionCode: TOWNSHIP,
      placed: true,
      status: 'initial',
      unit: '板当镇政府',
      phone: '0851-35231234',
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

  it.each(REFUSED_ACCOUNTS)('and is refused %s at its field', async (_name, values, field) => {
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
      const before = await storedAccount(app, id);
      for (const [method, path, body] of CHANGES) {
        const missing = await county[method](`/api/access/users/2147483647${path}`).send(body);
        const answer = await county[method](`/api/access/users/${id}${path}`).send(body);
        expect([answer.status, answer.body]).toEqual([404, missing.body]);
      }
      expect(await storedAccount(app, id)).toEqual(before);
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
    const before = await storedAccount(app, user.id);
    const answer = await county.put(`/api/access/users/${user.id}`).send(change).expect(422);
    expect(fieldsOf(answer)).toEqual([field]);
    expect(await storedAccount(app, user.id)).toEqual(before);
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
    const managed = {
      'demo-clerk': [],
      'demo-auditor': [],
      'demo-security': ['demo-auditor', 'demo-configurator', 'demo-province', 'demo-system'],
      'demo-township-unset': [],
    };
    for (const [who, accounts] of Object.entries(managed)) {
      const sql = `update up_users set name = 'x' where id = ${below === (await idOf(app, who)) ? other : below}`;
      expect(await enteredAs(app, who, (client) => refusalOf(client.query(sql)))).toBe(DENIED);
      const { rows } = await enteredAs(app, who, (client) =>
        client.query<{ username: string }>(
          'select u.username from anju.managed_accounts() m join up_users u on u.id = m.account order by 1',
        ),
      );
      expect([who, rows.map(({ username }) => username)]).toEqual([who, accounts]);
    }
  });
});

describe('several accounts at once', () => {
  const batch = (users: readonly object[]) => county.post('/api/access/users/batch').send({ users });

  it('are made together, each with a password of its own', async () => {
    const users = ['520425103', '520425105', '520425106'].map((regionCode) => aNewClerk({ regionCode }));
    const made = (await batch(users).expect(200)).body as readonly UserWithPassword[];
    expect(made.map(({ user }) => user.regionCode)).toEqual(['520425103', '520425105', '520425106']);
    expect(new Set(made.map(({ initialPassword }) => initialPassword)).size).toBe(3);
    for (const { user, initialPassword } of made) await signIn(app, user.username, initialPassword).expect(200);
  });

  it.each([
    ['one outside the county', { regionCode: '520402001' }, 'regionCode'],
    ['a role that is not theirs to give', { role: 'auditor' }, 'role'],
  ])('are none of them made for %s, which is named', async (_name, values, field) => {
    const first = aNewClerk({ username: `first-of-${field.toLowerCase()}` });
    const answer = await batch([first, aNewClerk(values)]).expect(422);
    expect(fieldsOf(answer)).toEqual([`users.1.${field}`]);
    expect(await idOf(app, `first-of-${field.toLowerCase()}`)).toBe(-1);
  });

  it('are refused when two have one name, or when there are too many', async () => {
    const twice = aNewClerk();
    expect(fieldsOf(await batch([twice, twice]).expect(422))).toEqual(['users.1.username']);
    await batch(Array.from({ length: 51 }, () => aNewClerk())).expect(400);
    await batch([]).expect(400);
  });
});
