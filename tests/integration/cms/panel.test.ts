import type { ConfigurationChangeRow, OptionRow } from '@anju/domain/contracts';
import { serviceOf } from '@anju/kit';
import { startTestApp, type TestApp } from '../../harness/app';

interface PanelService {
  invite(email: string, name: string): Promise<string>;
}

const PASSWORD = 'Panel-2020-secret';
const OPTIONS = '/content-manager/collection-types/api::option.option';

let app: TestApp;
let bearer: string;

beforeAll(async () => {
  process.env.ANJU_PANEL = '1';
  app = await startTestApp();
});

afterAll(async () => {
  delete process.env.ANJU_PANEL;
  delete process.env.ANJU_DEVELOP;
  await app.stop();
});

const panel = (method: 'get' | 'post' | 'put' | 'delete', path: string) =>
  app.request()[method](path).set('Authorization', `Bearer ${bearer}`);

async function register(registrationToken: string | null) {
  const userInfo = { firstname: '管理员', lastname: '', password: PASSWORD };
  return app.request().post('/admin/register').send({ registrationToken, userInfo });
}

async function optionOf(key: string): Promise<OptionRow & { readonly documentId: string }> {
  const { rows } = await app.owner.query<OptionRow & { documentId: string }>(
    `select *, document_id as "documentId" from options where list_key = 'otherMeansType' and key = $1`,
    [key],
  );
  const [row] = rows;
  if (!row) throw new Error(`No option ${key}`);
  return row;
}

async function version(): Promise<number> {
  const answer = await (await app.as('demo-clerk')).get('/api/options/version').expect(200);
  return (answer.body as { version: number }).version;
}

describe('the first account of the panel', () => {
  it('is nobody’s by default: it comes by a one-time link of the operator', async () => {
    const nobody = { email: 'x@example.org', firstname: 'x', lastname: 'x', password: PASSWORD };
    await app.request().post('/admin/register-admin').send(nobody).expect(404);
    const { rows } = await app.owner.query('select 1 from admin_users');
    expect(rows).toEqual([]);
    const link = await serviceOf<PanelService>(app.strapi, 'access', 'panel').invite('admin@example.org', '系统管理员');
    expect(link).toMatch(/^\/admin\/auth\/register\?registrationToken=\w{20,}$/);
    const token = new URL(link, 'http://x').searchParams.get('registrationToken');
    const answer = await register(token);
    expect(answer.status).toBe(200);
    bearer = (answer.body as { data: { token: string } }).data.token;
    expect((await register(token)).status).toBe(400);
    expect((await app.request().post('/admin/register-admin').send(nobody)).status).toBe(404);
    await panel('get', '/admin/users/me').expect(200);
  });
});

describe('the panel', () => {
  it('changes an option as 选项维护 does: journalled, told to forms, kept as a change that can be taken back', async () => {
    const before = await version();
    const { documentId } = await optionOf('renting');
    await panel('put', `${OPTIONS}/${documentId}`).send({ label: '租住安全房屋' }).expect(200);
    expect((await optionOf('renting')).label).toBe('租住安全房屋');
    expect(await version()).toBeGreaterThan(before);
    const { rows } = await app.owner.query(
      `select detail -> 'label' as label from anju.journal where subject_table = 'options' and request like 'panel:%' order by id desc limit 1`,
    );
    expect(rows).toEqual([{ label: '["租住", "租住安全房屋"]' }]);
    const configurator = await app.as('demo-configurator');
    const search = new URLSearchParams({ filter: '{"subject":"options:otherMeansType"}' });
    const [change] = (await configurator.get(`/api/options/changes?${String(search)}`).expect(200))
      .body as ConfigurationChangeRow[];
    expect(change).toMatchObject({ by: '系统管理面板', summary: '在系统管理面板中修改“租住安全房屋”' });
    await configurator.post(`/api/options/changes/${change?.id}/undo`).send({}).expect(200);
    expect((await optionOf('renting')).label).toBe('租住');
  });

  it.each([
    ['another key', 'renting', { key: 'rented' }, '选项的列表、标识和所属区划不能修改'],
    ['retiring 其他', 'other', { enabled: false }, '“其他”不能停用，也不能不要求说明'],
    ['an empty name', 'renting', { label: ' ' }, '请填写选项名称'],
  ])('does not take %s', async (_name, key, values, sentence) => {
    const before = await optionOf(key);
    const answer = await panel('put', `${OPTIONS}/${before.documentId}`).send(values);
    expect([answer.status, answer.body]).toEqual([
      422,
      expect.objectContaining({ error: expect.objectContaining({ message: sentence }) as unknown }),
    ]);
    expect(await optionOf(key)).toEqual(before);
  });

  it('deletes nothing, and shows no type but the configuration’s', async () => {
    const { documentId } = await optionOf('renting');
    await panel('delete', `${OPTIONS}/${documentId}`).expect(404);
    await panel('post', `${OPTIONS}/actions/bulkDelete`)
      .send({ documentIds: [documentId] })
      .expect(404);
    const init = await panel('get', '/content-manager/init').expect(200);
    const { contentTypes } = (init.body as { data: { contentTypes: { uid: string; isDisplayed: boolean }[] } }).data;
    const shown = contentTypes.filter(({ isDisplayed }) => isDisplayed).map(({ uid }) => uid);
    expect(shown.sort()).toEqual(['api::option-list.option-list', 'api::option.option']);
    await panel('get', `${OPTIONS}?page=1&pageSize=10`).expect(200);
  });

  it('neither shows nor changes people, accounts, files, tokens or the journal, whatever is asked', async () => {
    const hidden = Object.keys(app.strapi.contentTypes).filter((uid) => !/^api::option(-list)?\./.test(uid));
    expect(hidden).toEqual(
      expect.arrayContaining(['api::household.household', 'plugin::users-permissions.user', 'admin::user']),
    );
    const paths = hidden.flatMap((uid) => [
      `/content-manager/collection-types/${uid}`,
      `/content-manager/collection-types/${uid}/1`,
      `/content-manager/relations/${uid}/x`,
    ]);
    const others = [
      ...[
        '/admin/users',
        '/admin/users/1',
        '/admin/api-tokens',
        '/admin/transfer/tokens',
        '/admin/transfer/runner/pull',
        '/admin/webhooks',
      ],
      ...[
        '/upload/files',
        '/users-permissions/roles',
        '/content-manager/homepage/recent-documents',
        '/content-releases',
      ],
      ...['/content-type-builder/schema', '/admin/forgot-password', '/ADMIN/users'],
    ];
    for (const path of [...paths, ...others])
      for (const method of ['get', 'post', 'put', 'delete'] as const)
        expect([method, path, (await panel(method, path).send({})).status]).toEqual([method, path, 404]);
    for (const path of ['/api/registry/households', '/api/journal', '/api/users'])
      expect([401, 404]).toContain((await panel('get', path)).status);
    // Behind the doors: a session of the panel has no region, so that the tables themselves are empty to it.
    expect(await app.strapi.db.query('api::household.household').count()).toBe(0);
    expect(await app.strapi.db.query('api::member.member').count()).toBe(0);
  });

  it('is shut where the operator did not ask for it, and its builder of types outside development', async () => {
    process.env.ANJU_DEVELOP = '1';
    await panel('get', '/content-type-builder/schema').expect(200);
    delete process.env.ANJU_DEVELOP;
    await panel('get', '/content-type-builder/schema').expect(404);
    delete process.env.ANJU_PANEL;
    for (const path of ['/admin', '/admin/init', OPTIONS]) await panel('get', path).expect(404);
    process.env.ANJU_PANEL = '1';
    await app.request().get('/admin/init').expect(200);
  });
});
