import { serviceOf } from '@anju/kit';
import { addAccount } from '../../harness/accounts';
import { type Caller, DEMO_PASSWORD, startTestApp, type TestApp } from '../../harness/app';
import {
  aTownshipClerk,
  changePassword,
  failUntilLocked,
  fieldsOf,
  idOf,
  list,
  signIn,
  statusOf,
  tokenOf,
} from './account-requests';

const TOWNSHIP = '520425102';

/** Where users-permissions compares a password with its hash. */
interface PasswordService {
  validatePassword(password: string, hash: string): Promise<boolean>;
}

let app: TestApp;
let county: Caller;

beforeAll(async () => {
  app = await startTestApp();
  county = await app.as('demo-county');
  app.strapi.config.set('plugin::users-permissions.ratelimit', { enabled: false });
});

afterAll(() => app.stop());

describe('failed sign-ins', () => {
  // Every test comes from the same address.
  beforeEach(() => app.owner.query('delete from anju.sign_in_attempt'));

  it('are followed by a growing pause, then by a lock that the superior takes away', async () => {
    const { username, id } = await aTownshipClerk(app);
    for (let failure = 0; failure < 5; failure += 1) await signIn(app, username, 'Wrong-2020-x').expect(401);
    const paused = await signIn(app, username).expect(429);
    expect(paused.body).toMatchObject({ code: 'tooManyTries', waitSeconds: expect.any(Number) as number });
    await failUntilLocked(app, username, 5);
    const locked = (await signIn(app, username).expect(429)).body as { waitSeconds: number };
    expect(locked.waitSeconds).toBeGreaterThan(1000);
    expect((await list(county, { status: 'locked' })).map((user) => user.username)).toEqual([username]);
    const unlocked = await county.post(`/api/access/users/${id}/unlock`).expect(200);
    expect(unlocked.body).toMatchObject({ status: 'active' });
    await signIn(app, username).expect(200);
    const { rows } = await app.owner.query<{ actor: number }>(
      `select actor from anju.journal where action = 'unlock' and subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ actor: await idOf(app, 'demo-county') }]);
  });

  it('lock a name that is no account just the same, in the same words', async () => {
    const { username } = await aTownshipClerk(app);
    const answers = [];
    for (const name of [username, 'no-such-name', `${username}@accounts.invalid`]) {
      if (!name.includes('@')) await failUntilLocked(app, name);
      const answer = await signIn(app, name);
      answers.push([answer.status, answer.body as unknown]);
    }
    const [known, unknown, byAddress] = answers.map((answer) =>
      JSON.stringify(answer).replace(/"waitSeconds":\d+/, ''),
    );
    expect(unknown).toBe(known);
    expect(byAddress).toBe(known);
  });

  it('at the same time are all counted', async () => {
    const { username } = await aTownshipClerk(app);
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(app, username, 'Wrong-2020-x')));
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
    await signIn(app, 'demo-clerk').expect(429);
    await app.owner.query(`delete from anju.sign_in_attempt where kind = 'address'`);
    await signIn(app, 'demo-clerk').expect(200);
  });

  it('cost one comparison of a password, whether the name exists or not', async () => {
    const { username } = await aTownshipClerk(app);
    const compared = jest.spyOn(
      serviceOf<PasswordService>(app.strapi, 'users-permissions', 'user'),
      'validatePassword',
    );
    for (const name of [username, 'no-such-person']) {
      compared.mockClear();
      await signIn(app, name, 'Wrong-2020-x').expect(401);
      expect(compared).toHaveBeenCalledTimes(1);
      const [[, hash] = []] = compared.mock.calls;
      expect(hash).toMatch(/^\$2[aby]\$10\$/);
    }
    compared.mockRestore();
  });
});

describe('a password', () => {
  it.each([
    ['of one class', 'abcdefghijklm'],
    ['with the user name', 'Named-TRIED-PASS-1'],
    ['longer than bcrypt reads', `Aa1${'中'.repeat(30)}`],
  ])('%s is refused', async (_name, password) => {
    const username = 'tried-pass';
    if ((await idOf(app, username)) < 0)
      await addAccount(app, { username, role: 'townshipClerk', regionCode: TOWNSHIP });
    const answer = await changePassword(app, username, DEMO_PASSWORD, password);
    expect([answer.status, fieldsOf(answer)]).toEqual([422, ['password']]);
  });

  it('may not repeat one of the last three', async () => {
    const { username } = await aTownshipClerk(app);
    expect((await changePassword(app, username, DEMO_PASSWORD, 'Second-word-22')).status).toBe(200);
    expect((await changePassword(app, username, 'Second-word-22', 'Third-word-333')).status).toBe(200);
    const again = await changePassword(app, username, 'Third-word-333', DEMO_PASSWORD);
    expect([again.status, fieldsOf(again)]).toEqual([422, ['password']]);
    await signIn(app, username, 'Third-word-333').expect(200);
    expect((await changePassword(app, username, 'Third-word-333', 'Fourth-word-44')).status).toBe(200);
    expect((await changePassword(app, username, 'Fourth-word-44', DEMO_PASSWORD)).status).toBe(200);
  });

  it('that is older than the rule has to be changed at the next sign-in', async () => {
    const { username, id } = await aTownshipClerk(app);
    const due = async () => ((await signIn(app, username).expect(200)).body as { user: object }).user;
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
    const { username } = await aTownshipClerk(app);
    const [here, elsewhere] = [await tokenOf(app, username), await tokenOf(app, username)];
    const stranger = await tokenOf(app, 'demo-other-clerk');
    const ask = (method: 'get' | 'delete', jwt: string, id = '') =>
      app
        .request()
        [method](`/api/auth/sessions${id && `/${id}`}`)
        .set('Authorization', `Bearer ${jwt}`);
    const { data } = (await ask('get', here).expect(200)).body as Sessions;
    expect(data.map(({ current }) => current)).toEqual([true, false]);
    const other = data.find(({ current }) => !current)?.id ?? '';
    await ask('delete', stranger, other).expect(404);
    expect(await statusOf(app, elsewhere)).toBe(200);
    await ask('delete', here, other).expect(200);
    expect([await statusOf(app, here), await statusOf(app, elsewhere), await statusOf(app, stranger)]).toEqual([
      200, 401, 200,
    ]);
  });
});
