import type { PolicyInForce, UserWithPassword, WatchedAccount } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { aName, aTownshipClerk, fieldsOf, idOf, signIn, statusOf, tokenOf } from './account-requests';
import { enteredAs, refusalOf } from './serving-connection';

const TOWNSHIP = '520425102';

let app: TestApp;
let county: Caller;

beforeAll(async () => {
  app = await startTestApp();
  county = await app.as('demo-county');
  app.strapi.config.set('plugin::users-permissions.ratelimit', { enabled: false });
});

afterAll(() => app.stop());

describe('the security administrator', () => {
  let security: Caller;

  beforeAll(async () => {
    security = await app.as('demo-security');
  });

  it('opens the node’s first accounts, but none that enters and no second role of the three for one person', async () => {
    const make = (role: string, regionCode: string, name: string) =>
      security.post('/api/access/users').send({ username: aName(), name, role, regionCode });
    const made = (await make('provinceSupervisor', '52', '首任主管').expect(200)).body as UserWithPassword;
    const first = await signIn(app, made.user.username, made.initialPassword).expect(200);
    expect((first.body as { user: object }).user).toMatchObject({
      mustChangePassword: true,
      role: 'provinceSupervisor',
    });
    for (const role of ['townshipClerk', 'countyClerk', 'department', 'securityAdministrator']) {
      const refused = await make(role, role === 'townshipClerk' ? TOWNSHIP : '520425', '某人');
      expect([role, refused.status, fieldsOf(refused)]).toEqual([role, 422, ['role']]);
    }
    const auditor = (await make('auditor', '52', '丁审计').expect(200)).body as UserWithPassword;
    const twice = await make('systemAdministrator', '52', '丁审计');
    expect([twice.status, fieldsOf(twice)]).toEqual([422, ['name']]);
    const system = (await make('systemAdministrator', '52', '戊系统').expect(200)).body as UserWithPassword;
    const address = `/api/access/users/${system.user.id}`;
    const renamed = await security.put(address).send({ name: '丁审计' });
    expect([renamed.status, fieldsOf(renamed)]).toEqual([422, ['name']]);
    await security.post(`/api/access/users/${auditor.user.id}/disable`).expect(200);
    await security.put(address).send({ name: '丁审计' }).expect(200);
    const enabled = await security.post(`/api/access/users/${auditor.user.id}/enable`);
    expect([enabled.status, fieldsOf(enabled)]).toEqual([422, ['name']]);
    const turned = await security.put(`/api/access/users/${auditor.user.id}`).send({ role: 'systemAdministrator' });
    expect([turned.status, fieldsOf(turned)]).toEqual([422, ['role']]);
  });

  it('cannot grant what enters even by a configuration that says so, nor a second role beside one', async () => {
    await app.owner.query(
      `insert into anju.role_grant (role, grants, own_region) values ('securityAdministrator', 'countyClerk', true)`,
    );
    try {
      await enteredAs(app, 'demo-security', async (client) => {
        const { rows } = await client.query(
          `select anju.may_grant('countyClerk', 'county', '520425') as clerk, anju.may_grant('auditor', 'province', '52') as auditor`,
        );
        expect(rows).toEqual([{ clerk: false, auditor: true }]);
      });
    } finally {
      await app.owner.query(
        `delete from anju.role_grant where role = 'securityAdministrator' and grants = 'countyClerk'`,
      );
    }
    const both = `insert into up_users_role_lnk (user_id, role_id) select $1, id from up_roles where type = 'systemAdministrator'`;
    await expect(app.owner.query(both, [await idOf(app, 'demo-auditor')])).rejects.toMatchObject({ code: '23505' });
    const turn = `update up_users_role_lnk set role_id = (select id from up_roles where type = 'systemAdministrator') where user_id = $1`;
    const auditor = await idOf(app, 'demo-auditor');
    expect(await enteredAs(app, 'demo-security', (client) => refusalOf(client.query(turn, [auditor])))).toBe('42501');
  });

  it('sees every account with its last sign-in and nothing of its work, and keeps or disables those that nobody uses', async () => {
    const { username, id } = await aTownshipClerk(app);
    const jwt = await tokenOf(app, username);
    const dormant = async () =>
      (await security.get(`/api/access/accounts?filter=${encodeURIComponent('{"dormant":true}')}`).expect(200))
        .body as WatchedAccount[];
    expect((await dormant()).map((account) => account.username)).not.toContain(username);
    await app.owner.query(
      `update anju.account_state set last_sign_in_at = now() - interval '100 days' where account = $1`,
      [id],
    );
    const [found] = (await dormant()).filter((account) => account.id === id);
    expect(found).toMatchObject({ dormant: true, quietDays: 100, roleLabel: '乡镇录入人' });
    expect(found).not.toHaveProperty('entered');
    await security.post(`/api/access/accounts/${id}/keep`).send({ note: '产假' }).expect(200);
    expect((await dormant()).map((account) => account.id)).not.toContain(id);
    await security.post(`/api/access/accounts/${id}/disable`).expect(200);
    expect(await statusOf(app, jwt)).toBe(401);
    const { rows } = await app.owner.query<{ action: string }>(
      `select action from anju.journal where subject_table = 'up_users' and subject_id = $1 and actor = $2 order by id`,
      [id, await idOf(app, 'demo-security')],
    );
    expect(rows.map(({ action }) => action)).toEqual(['keepAccount', 'update']);
    await security.post(`/api/access/accounts/${await idOf(app, 'demo-security')}/disable`).expect(404);
    await county.get('/api/access/accounts').expect(403);
    await security.get('/api/registry/households').expect(403);
  });

  it('looks at an account of which no time is known as at one that nobody uses', async () => {
    const { username, id } = await aTownshipClerk(app);
    await app.owner.query('update up_users set created_at = null where id = $1', [id]);
    const filter = encodeURIComponent(JSON.stringify({ dormant: true, name: username }));
    const found = await security.get(`/api/access/accounts?filter=${filter}`).expect(200);
    expect(found.body).toMatchObject([{ id, dormant: true, quietDays: 0, lastSignIn: null }]);
    const kept = await security.post(`/api/access/accounts/${id}/keep`).send({ note: '新设' }).expect(200);
    expect(kept.body).toMatchObject({ dormant: false });
  });

  it('sets the rules of signing in, which hold at once and stand in the journal', async () => {
    const { version, policy } = (await security.get('/api/access/sign-in-policy').expect(200)).body as PolicyInForce;
    const stricter = { ...policy, password: { ...policy.password, minLength: 14 } };
    const put = (body: object) => security.put('/api/access/sign-in-policy').send(body);
    const refused = await put({ version, policy: { ...policy, idleSeconds: 10 } });
    expect([refused.status, fieldsOf(refused)]).toEqual([400, ['policy.idleSeconds']]);
    const set = (await put({ version, policy: stricter }).expect(200)).body as PolicyInForce;
    const late = await put({ version, policy }).expect(409);
    expect(late.body).toMatchObject({ current: { ...set, setBy: expect.any(String) as string } });
    const short = await county.post('/api/access/users').send({
      username: aName(),
      name: '某人',
      role: 'townshipClerk',
      regionCode: TOWNSHIP,
      initialPassword: 'Short-2020x',
    });
    expect([short.status, fieldsOf(short)]).toEqual([422, ['initialPassword']]);
    const { rows } = await app.owner.query<{ detail: string }>(
      `select detail::text from anju.journal where subject_table = 'sign_in_policy' order by id`,
    );
    expect(rows).toEqual([{ detail: `{"password.minLength": [${policy.password.minLength}, 14]}` }]);
    await put({ version: set.version, policy }).expect(200);
    await county.put('/api/access/sign-in-policy').send({ version, policy }).expect(403);
  });

  it('can let a sign-in be idle as long as it lasts, and no longer', async () => {
    const { version, policy } = (await security.get('/api/access/sign-in-policy').expect(200)).body as PolicyInForce;
    const put = (idleSeconds: number) =>
      security.put('/api/access/sign-in-policy').send({ version, policy: { ...policy, idleSeconds } });
    const refused = await put(43_201);
    expect([refused.status, fieldsOf(refused)]).toEqual([422, ['policy.idleSeconds']]);
    const set = (await put(43_200).expect(200)).body as PolicyInForce;
    await security.put('/api/access/sign-in-policy').send({ version: set.version, policy }).expect(200);
    await signIn(app, 'demo-city').expect(200);
    const { rows } = await app.owner.query<{ hours: number }>(
      `select max(extract(epoch from expires_at - now()) / 3600)::float8 as hours from strapi_sessions where user_id = $1`,
      [String(await idOf(app, 'demo-city'))],
    );
    expect(rows[0]?.hours).toBeGreaterThan(11.9);
  });

  it('ends a sign-in that was left alone for longer than the rules say', async () => {
    const { policy } = (await security.get('/api/access/sign-in-policy').expect(200)).body as PolicyInForce;
    const { jwt, refreshToken } = (await signIn(app, 'demo-city').expect(200)).body as {
      jwt: string;
      refreshToken: string;
    };
    const renew = (token: string) => app.request().post('/api/auth/refresh').send({ refreshToken: token });
    const renewed = (await renew(refreshToken).expect(200)).body as { refreshToken: string };
    await app.owner.query(
      `update strapi_sessions set created_at = now() - make_interval(secs => $1) where user_id = $2`,
      [policy.idleSeconds + 5, String(await idOf(app, 'demo-city'))],
    );
    await renew(renewed.refreshToken).expect(401);
    expect(await statusOf(app, jwt)).toBe(401);
  });
});
