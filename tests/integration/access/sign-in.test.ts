import { createHmac } from 'node:crypto';
import { addAccount } from '../../harness/accounts';
import { DEMO_PASSWORD, startTestApp, type TestApp } from '../../harness/app';
import { signInOf } from './serving-connection';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.stop());

interface SignedIn {
  readonly jwt: string;
  readonly refreshToken: string;
  readonly user: { readonly id: number; readonly mustChangePassword: boolean };
}

let accounts = 0;

/** A county clerk of their own for one test, so that nothing is cached of them. */
async function aClerk(values: { readonly mustChangePassword?: boolean } = {}): Promise<string> {
  accounts += 1;
  const username = `clerk-${accounts}`;
  await addAccount(app, { username, role: 'countyClerk', regionCode: '520425', ...values });
  return username;
}

function signIn(identifier: string, password = DEMO_PASSWORD) {
  return app.request().post('/api/auth/local').send({ identifier, password });
}

async function signedIn(username: string, password = DEMO_PASSWORD): Promise<SignedIn> {
  return (await signIn(username, password).expect(200)).body as SignedIn;
}

function me(token: string) {
  return app.request().get('/api/access/me').set('Authorization', `Bearer ${token}`);
}

async function statusOfMe(token: string): Promise<number> {
  return (await me(token)).status;
}

function renew(refreshToken: string) {
  return app.request().post('/api/auth/refresh').send({ refreshToken });
}

/** An access token with these contents, signed with the node's secret unless another is given. */
function tokenOf(
  payload: object,
  secret = app.strapi.config.get<string>('plugin::users-permissions.jwtSecret'),
  alg = 'HS256',
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg, typ: 'JWT' })}.${part(payload)}`;
  const signature = alg === 'none' ? '' : createHmac('sha256', secret).update(content).digest('base64url');
  return `${content}.${signature}`;
}

describe('signing in', () => {
  it('answers tokens and the user', async () => {
    const body = (await signIn('demo-clerk').expect(200)).body as unknown;
    expect(body).toMatchObject({
      jwt: expect.any(String) as string,
      refreshToken: expect.any(String) as string,
      user: {
        username: 'demo-clerk',
        role: 'countyClerk',
        level: 'county',
        regionCode: '520425',
        mustChangePassword: false,
      },
    });
    expect(JSON.stringify(body)).not.toMatch(/"password"|sessionId|\$2[aby]\$/);
  });

  it('does not tell a wrong password from a user name that does not exist', async () => {
    const wrong = await signIn('demo-clerk', 'Wrong-2020-x');
    const unknown = await signIn('demo-nobody', 'Wrong-2020-x');
    expect([wrong.status, wrong.body]).toEqual([401, unknown.body]);
    expect(wrong.body).toMatchObject({
      code: 'wrongCredentials',
      errors: { password: expect.stringContaining('用户名或密码不正确') as string },
    });
  });

  it.each([
    ['a blocked account', 'blocked = true'],
    ['an account that expired yesterday', `valid_until = (now() at time zone 'Asia/Shanghai')::date - 1`],
  ])('refuses %s', async (_name, change) => {
    const username = await aClerk();
    await app.owner.query(`update up_users set ${change} where username = $1`, [username]);
    const answer = await signIn(username).expect(401);
    expect(answer.body).toMatchObject({ code: 'wrongCredentials' });
  });

  it.each([
    [{ identifier: 'demo-clerk' }, 'password'],
    [{ password: 'x' }, 'identifier'],
    [{ identifier: { $ne: null }, password: 'x' }, 'identifier'],
    [{ identifier: 'demo-clerk', password: 'x', provider: 'google' }, 'provider'],
  ])('refuses %j at its field', async (body, field) => {
    const answer = await app.request().post('/api/auth/local').send(body).expect(400);
    expect(Object.keys((answer.body as { errors: object }).errors)).toEqual([field]);
  });

  it('serves an account to the end of its last day', async () => {
    const username = await aClerk();
    await app.owner.query(
      `update up_users set valid_until = (now() at time zone 'Asia/Shanghai')::date where username = $1`,
      [username],
    );
    await signIn(username).expect(200);
  });
});

describe('a token that works', () => {
  it.each([
    ['the account is blocked', `update up_users set blocked = true where id = $1`],
    ['the account has expired', `update up_users set valid_until = '2020-01-01' where id = $1`],
    ['the password was changed', `update up_users set password = password || 'x' where id = $1`],
    ['the region was changed', `update up_users set region_code = '520402' where id = $1`],
    ['the session was removed', `delete from strapi_sessions where user_id = $1::text`],
    ['the role was taken away', `delete from up_users_role_lnk where user_id = $1`],
  ])('ends at the next request when %s', async (_name, change) => {
    const { jwt, user } = await signedIn(await aClerk());
    expect([await statusOfMe(jwt), await statusOfMe(jwt)]).toEqual([200, 200]);
    await app.owner.query(change, [user.id]);
    const answer = await me(jwt);
    expect([answer.status, answer.body]).toEqual([
      401,
      { code: 'notSignedIn', message: '登录已失效，请重新登录', errors: {} },
    ]);
  });

  it('loses its old duties at the next request when the role changes', async () => {
    const { jwt, user } = await signedIn(await aClerk());
    const next = () =>
      app.request().post('/api/registry/households/next').set('Authorization', `Bearer ${jwt}`).send({});
    expect([(await next()).status, (await next()).status]).toEqual([200, 200]);
    await app.owner.query(
      `update up_users_role_lnk set role_id = (select id from up_roles where type = 'auditor') where user_id = $1`,
      [user.id],
    );
    expect((await next()).status).toBe(401);
    expect((await next()).status).toBe(403);
    expect((await me(jwt)).body).toMatchObject({ role: 'auditor' });
  });

  it.each([
    ['expired', (payload: object) => tokenOf({ ...payload, exp: 1_600_000_000 })],
    ['signed by somebody else', (payload: object) => tokenOf(payload, 'another secret')],
    ['not signed', (payload: object) => tokenOf(payload, '', 'none')],
    ['a refresh token', (payload: object) => tokenOf({ ...payload, type: 'refresh' })],
    ['of another user', (payload: object) => tokenOf({ ...payload, userId: '1' })],
    ['of a session that does not exist', (payload: object) => tokenOf({ ...payload, sessionId: 'f'.repeat(32) })],
    ['no token at all', () => 'x.y.z'],
  ])('is refused when it is %s', async (_name, make) => {
    const { userId, sessionId } = signInOf((await signedIn(await aClerk())).jwt);
    const payload = { userId: String(userId), sessionId, type: 'access', exp: Math.floor(Date.now() / 1000) + 600 };
    expect(await statusOfMe(tokenOf(payload))).toBe(200);
    const answer = await me(make(payload));
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([401, 'notSignedIn']);
  });
});

describe('renewing and ending a sign-in', () => {
  it('exchanges a refresh token once; a second use ends the whole sign-in', async () => {
    const first = await signedIn(await aClerk());
    const second = (await renew(first.refreshToken).expect(200)).body as SignedIn;
    expect(await statusOfMe(second.jwt)).toBe(200);
    await renew(first.refreshToken).expect(401);
    expect([await statusOfMe(first.jwt), await statusOfMe(second.jwt)]).toEqual([401, 401]);
    await renew(second.refreshToken).expect(401);
  });

  it('leaves the account’s other sign-ins alone', async () => {
    const username = await aClerk();
    const [stolen, other] = [await signedIn(username), await signedIn(username)];
    await renew(stolen.refreshToken).expect(200);
    await renew(stolen.refreshToken).expect(401);
    expect(await statusOfMe(other.jwt)).toBe(200);
  });

  it('ends nobody’s sign-in for a forged refresh token', async () => {
    const { jwt } = await signedIn(await aClerk());
    const { userId, sessionId } = signInOf(jwt);
    await renew(
      tokenOf({ userId: String(userId), sessionId, type: 'refresh', exp: 9_999_999_999 }, 'another secret'),
    ).expect(401);
    expect(await statusOfMe(jwt)).toBe(200);
  });

  it('takes every token of the sign-in at signing out, those before a renewal too', async () => {
    const first = await signedIn(await aClerk());
    const second = (await renew(first.refreshToken).expect(200)).body as SignedIn;
    await app.request().post('/api/auth/logout').set('Authorization', `Bearer ${second.jwt}`).send({}).expect(200);
    expect([await statusOfMe(first.jwt), await statusOfMe(second.jwt)]).toEqual([401, 401]);
    await renew(second.refreshToken).expect(401);
  });
});

describe('changing the password', () => {
  const NEW = 'Better-words-2021';
  const change = (jwt: string, body: object) =>
    app.request().post('/api/auth/change-password').set('Authorization', `Bearer ${jwt}`).send(body);
  const bodyOf = (values: object = {}) => ({
    currentPassword: DEMO_PASSWORD,
    password: NEW,
    passwordConfirmation: NEW,
    ...values,
  });

  it('ends every other sign-in, and the new password signs in', async () => {
    const username = await aClerk();
    const [here, elsewhere] = [await signedIn(username), await signedIn(username)];
    const { jwt } = (await change(here.jwt, bodyOf()).expect(200)).body as SignedIn;
    expect([await statusOfMe(jwt), await statusOfMe(here.jwt), await statusOfMe(elsewhere.jwt)]).toEqual([
      200, 401, 401,
    ]);
    await signIn(username).expect(401);
    await signIn(username, NEW).expect(200);
  });

  it.each([
    ['a wrong current one', { currentPassword: 'not it' }, 'currentPassword'],
    ['a short one', { password: 'short', passwordConfirmation: 'short' }, 'password'],
    ['one that differs from its repetition', { passwordConfirmation: 'Better-words-2022' }, 'passwordConfirmation'],
    ['the same one', { password: DEMO_PASSWORD, passwordConfirmation: DEMO_PASSWORD }, 'password'],
  ])('refuses %s at its field and changes nothing', async (_name, values, field) => {
    const username = await aClerk();
    const { jwt } = await signedIn(username);
    const answer = await change(jwt, bodyOf(values)).expect(422);
    expect(Object.keys((answer.body as { errors: object }).errors)).toEqual([field]);
    expect(await statusOfMe(jwt)).toBe(200);
    await signIn(username).expect(200);
  });

  it('is all that an account with a first password may do', async () => {
    const { jwt, user } = await signedIn(await aClerk({ mustChangePassword: true }));
    expect(user.mustChangePassword).toBe(true);
    const list = (token: string) =>
      app.request().get('/api/registry/households').set('Authorization', `Bearer ${token}`);
    expect((await list(jwt).expect(403)).body).toMatchObject({ message: '请先修改初始密码' });
    expect(await statusOfMe(jwt)).toBe(200);
    const changed = (await change(jwt, bodyOf()).expect(200)).body as SignedIn;
    expect(changed.user.mustChangePassword).toBe(false);
    await list(changed.jwt).expect(200);
  });
});
