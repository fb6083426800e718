import type { UserRow, UserWithPassword } from '@anju/domain/contracts';
import { addAccount } from '../../harness/accounts';
import { type Caller, DEMO_PASSWORD, startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, OTHER_COUNTY, RECOGNITIONS, unrecognisedIds } from '../registry/register';
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

let made = 0;

function aName(): string {
  made += 1;
  return `tried-${made}`;
}

/** What a county supervisor sends for a new township clerk. */
function aNewClerk(values: object = {}): object {
  return { username: aName(), name: '新录入人', role: 'townshipClerk', regionCode: TOWNSHIP, ...values };
}

async function create(caller: Caller, values: object = {}): Promise<UserWithPassword> {
  return (await caller.post('/api/access/users').send(aNewClerk(values)).expect(200)).body as UserWithPassword;
}

async function list(caller: Caller, filter: object, sort?: readonly string[]): Promise<readonly UserRow[]> {
  const query = new URLSearchParams({
    filter: JSON.stringify(filter),
    range: '[0,499]',
    ...(sort && { sort: JSON.stringify(sort) }),
  });
  return (await caller.get(`/api/access/users?${query}`).expect(200)).body as readonly UserRow[];
}

async function idOf(username: string): Promise<number> {
  const { rows } = await app.owner.query<{ id: number }>('select id from up_users where username = $1', [username]);
  return rows[0]?.id ?? -1;
}

function signIn(identifier: string, password = DEMO_PASSWORD) {
  return app.request().post('/api/auth/local').send({ identifier, password });
}

async function tokenOf(username: string, password = DEMO_PASSWORD): Promise<string> {
  return ((await signIn(username, password).expect(200)).body as { jwt: string }).jwt;
}

async function statusOf(jwt: string): Promise<number> {
  return (await app.request().get('/api/access/me').set('Authorization', `Bearer ${jwt}`)).status;
}

function fieldsOf(answer: { readonly body: unknown }): string[] {
  return Object.keys((answer.body as { errors: object }).errors);
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
    const first = (await signIn(user.username, initialPassword).expect(200)).body as { jwt: string; user: object };
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
    const answer = await signIn(user.username, initialPassword).expect(200);
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
    const { body } = await county.get('/api/access/grantable-roles').expect(200);
    expect(body).toEqual([
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
      const id = await idOf(username);
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
    const own = await idOf('demo-county');
    const below = await idOf('demo-clerk');
    const other = await idOf('demo-other-clerk');
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
      const sql = `update up_users set name = 'x' where id = ${below === (await idOf(who)) ? other : below}`;
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
    expect(rows).toEqual([{ actor: await idOf('demo-county'), name: '新名字' }]);
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
    const { jwt, refreshToken } = (await signIn(username).expect(200)).body as { jwt: string; refreshToken: string };
    const other = await tokenOf(username);
    expect([await statusOf(jwt), await statusOf(other)]).toEqual([200, 200]);
    await county[method](`/api/access/users/${id}${path}`).send(body).expect(200);
    expect([await statusOf(jwt), await statusOf(other)]).toEqual([401, 401]);
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
    await signIn(user.username, initialPassword).expect(401);
    expect((await list(county, { name: user.username }))[0]?.status).toBe('disabled');
    await county.post(`/api/access/users/${user.id}/enable`).expect(200);
    const reset = (await county.post(`/api/access/users/${user.id}/reset`).expect(200)).body as UserWithPassword;
    await signIn(user.username, initialPassword).expect(401);
    const answer = await signIn(user.username, reset.initialPassword).expect(200);
    expect((answer.body as { user: object }).user).toMatchObject({ mustChangePassword: true });
  });
});

describe('failed sign-ins', () => {
  // Every test comes from the same address.
  beforeEach(() => app.owner.query('delete from anju.sign_in_attempt'));

  const LOCK = 10;

  /** Tries as often as it takes to lock a name; the pauses between are taken away by the owner. */
  async function failUntilLocked(username: string, before = 0): Promise<void> {
    for (let failure = before; failure < LOCK; failure += 1) {
      await app.owner.query(`update anju.sign_in_attempt set free_at = '-infinity' where not locked`);
      await signIn(username, 'Wrong-2020-x').expect(401);
    }
  }

  it('are followed by a growing pause, then by a lock that the superior takes away', async () => {
    const username = aName();
    const id = await addAccount(app, { username, role: 'townshipClerk', regionCode: TOWNSHIP });
    for (let failure = 0; failure < 5; failure += 1) await signIn(username, 'Wrong-2020-x').expect(401);
    const paused = await signIn(username).expect(429);
    expect(paused.body).toMatchObject({ code: 'tooManyTries', waitSeconds: expect.any(Number) as number });
    await failUntilLocked(username, 5);
    const locked = (await signIn(username).expect(429)).body as { waitSeconds: number };
    expect(locked.waitSeconds).toBeGreaterThan(1000);
    expect((await list(county, { status: 'locked' })).map((user) => user.username)).toEqual([username]);
    const { body } = await county.post(`/api/access/users/${id}/unlock`).expect(200);
    expect(body).toMatchObject({ status: 'active' });
    await signIn(username).expect(200);
    const { rows } = await app.owner.query<{ actor: number }>(
      `select actor from anju.journal where action = 'unlock' and subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ actor: await idOf('demo-county') }]);
  });

  it('lock a name that is no account just the same, in the same words', async () => {
    const username = aName();
    await addAccount(app, { username, role: 'townshipClerk', regionCode: TOWNSHIP });
    const answers = [];
    for (const name of [username, 'no-such-name', `${username}@accounts.invalid`]) {
      if (!name.includes('@')) await failUntilLocked(name);
      const { status, body } = await signIn(name);
      answers.push([status, body]);
    }
    const [known, unknown, byAddress] = answers.map((answer) =>
      JSON.stringify(answer).replace(/"waitSeconds":\d+/, ''),
    );
    expect(unknown).toBe(known);
    expect(byAddress).toBe(known);
  });

  it('at the same time are all counted', async () => {
    const username = aName();
    await addAccount(app, { username, role: 'townshipClerk', regionCode: TOWNSHIP });
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(username, 'Wrong-2020-x')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });

  it('from one address lock the address, whatever the names', async () => {
    await app.owner.query(
      `insert into anju.sign_in_attempt (kind, key, failures, last_at, free_at, locked)
       select 'address', key, 500, now(), now() + interval '1 hour', true from (values ('::ffff:127.0.0.1'), ('127.0.0.1'), ('::1')) a (key)
       on conflict (kind, key) do update set free_at = excluded.free_at`,
    );
    await signIn('demo-clerk').expect(429);
    await app.owner.query(`delete from anju.sign_in_attempt where kind = 'address'`);
    await signIn('demo-clerk').expect(200);
  });

  it('take as long for a name that exists as for one that does not', async () => {
    app.strapi.config.set('plugin::users-permissions.ratelimit', { enabled: false });
    const username = aName();
    await addAccount(app, { username, role: 'townshipClerk', regionCode: TOWNSHIP });
    const times: Record<string, number[]> = { [username]: [], 'no-such-person': [] };
    for (let round = 0; round < 50; round += 1) {
      for (const name of [username, 'no-such-person']) {
        await app.owner.query('delete from anju.sign_in_attempt');
        const started = performance.now();
        await signIn(name, 'Wrong-2020-x').expect(401);
        times[name]?.push(performance.now() - started);
      }
    }
    const [known = 0, unknown = 0] = Object.values(times).map(median);
    console.log(
      `sign-in refused: median ${known.toFixed(1)} ms for a known name, ${unknown.toFixed(1)} ms for another`,
    );
    expect(Math.abs(known - unknown) / known).toBeLessThan(0.1);
  }, 120_000);
});

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

describe('a password', () => {
  const change = async (username: string, currentPassword: string, password: string) =>
    app
      .request()
      .post('/api/auth/change-password')
      .set('Authorization', `Bearer ${await tokenOf(username, currentPassword)}`)
      .send({ currentPassword, password, passwordConfirmation: password });

  it.each([
    ['of one class', 'abcdefghijklm'],
    ['with the user name', 'Named-TRIED-PASS-1'],
    ['longer than bcrypt reads', `Aa1${'中'.repeat(30)}`],
  ])('%s is refused', async (_name, password) => {
    const username = 'tried-pass';
    if ((await idOf(username)) < 0) await addAccount(app, { username, role: 'townshipClerk', regionCode: TOWNSHIP });
    const answer = await change(username, DEMO_PASSWORD, password);
    expect([answer.status, fieldsOf(answer)]).toEqual([422, ['password']]);
  });

  it('may not repeat one of the last three', async () => {
    const username = aName();
    await addAccount(app, { username, role: 'townshipClerk', regionCode: TOWNSHIP });
    expect((await change(username, DEMO_PASSWORD, 'Second-word-22')).status).toBe(200);
    expect((await change(username, 'Second-word-22', 'Third-word-333')).status).toBe(200);
    const again = await change(username, 'Third-word-333', DEMO_PASSWORD);
    expect([again.status, fieldsOf(again)]).toEqual([422, ['password']]);
    await signIn(username, 'Third-word-333').expect(200);
    expect((await change(username, 'Third-word-333', 'Fourth-word-44')).status).toBe(200);
    expect((await change(username, 'Fourth-word-44', DEMO_PASSWORD)).status).toBe(200);
  });

  it('that is older than the rule has to be changed at the next sign-in', async () => {
    const username = aName();
    const id = await addAccount(app, { username, role: 'townshipClerk', regionCode: TOWNSHIP });
    const due = async () => ((await signIn(username).expect(200)).body as { user: object }).user;
    expect(await due()).toMatchObject({ mustChangePassword: false });
    await app.owner.query(`update anju.password_history set at = now() - interval '181 days' where account = $1`, [id]);
    expect(await due()).toMatchObject({ mustChangePassword: true });
    expect((await list(county, { name: username }))[0]?.status).toBe('initial');
  });
});

describe('one’s own sign-ins', () => {
  interface Sessions {
    readonly data: readonly { readonly id: string; readonly current: boolean }[];
  }

  it('are listed and ended one by one; another person’s are as if they did not exist', async () => {
    const username = aName();
    await addAccount(app, { username, role: 'townshipClerk', regionCode: TOWNSHIP });
    const [here, elsewhere] = [await tokenOf(username), await tokenOf(username)];
    const stranger = await tokenOf('demo-other-clerk');
    const ask = (method: 'get' | 'delete', jwt: string, id = '') =>
      app
        .request()
        [method](`/api/auth/sessions${id && `/${id}`}`)
        .set('Authorization', `Bearer ${jwt}`);
    const { data } = (await ask('get', here).expect(200)).body as Sessions;
    expect(data.map(({ current }) => current)).toEqual([true, false]);
    const other = data.find(({ current }) => !current)?.id ?? '';
    await ask('delete', stranger, other).expect(404);
    expect(await statusOf(elsewhere)).toBe(200);
    await ask('delete', here, other).expect(200);
    expect([await statusOf(here), await statusOf(elsewhere), await statusOf(stranger)]).toEqual([200, 401, 200]);
  });
});
