import type {
  Announcement,
  ConfigurationRestored,
  FormsAnswer,
  ManagedAnnouncement,
  OptionRow,
} from '@anju/domain/contracts';
import type { Caller, TestApp } from '../../harness/app';
import { RECOGNITIONS } from '../registry/register';
import { Configuring } from './configuring';

let ours: Configuring;
let app: TestApp;
let clerk: Caller;

beforeAll(async () => {
  ours = await Configuring.start();
  ({ app, clerk } = ours);
});

afterAll(() => app.stop());

const itemsOf = (listKey: string) =>
  `/api/options/items?${new URLSearchParams({ filter: JSON.stringify({ listKey }) }).toString()}`;

describe('options', () => {
  it('stand in the order of their ranks', async () => {
    const answer = await clerk.get(itemsOf('relocationType')).expect(200);
    const rows = answer.body as OptionRow[];
    expect(rows.map(({ key }) => key)).toEqual([
      'ecologicalResettlement',
      'reservoirResettlement',
      'hazardRelocation',
      'other',
    ]);
    expect(rows.at(-1)).toMatchObject({ label: '其他', requiresNote: true, core: true, enabled: true });
    expect(answer.headers['content-range']).toBe('items 0-3/4');
  });

  it('belong to lists of the configuration', async () => {
    const answer = await clerk.get('/api/options/lists').expect(200);
    expect((answer.body as { key: string }[]).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['appraisalResult', 'planYear', 'renovationMode']),
    );
  });

  it('are closed to strangers and to unknown conditions', async () => {
    await app.request().get('/api/options/items').expect(401);
    const answer = await clerk.get(`/api/options/items?filter=${encodeURIComponent('{"colour":"red"}')}`).expect(400);
    expect((answer.body as { errors: object }).errors).toHaveProperty('colour');
  });

  it('that a configurator changed are kept when the node is prepared again', async () => {
    await app.owner.query(
      `update options set label = '生态搬迁', enabled = false where list_key = 'relocationType' and key = 'ecologicalResettlement'`,
    );
    const { seedOptions } = (await import(
      '../../../plugins/options/dist/server/services/configured-options.js'
    )) as Seeding;
    const { default: knex } = await import('knex');
    const owner = knex({ client: 'pg', connection: app.ownerUrl });
    try {
      const before = await app.owner.query('select * from options order by id');
      await seedOptions(owner);
      const after = await app.owner.query('select * from options order by id');
      expect(after.rows).toEqual(before.rows);
    } finally {
      await owner.destroy();
      await app.owner.query(
        `update options set label = '生态移民', enabled = true where list_key = 'relocationType' and key = 'ecologicalResettlement'`,
      );
    }
  });
});

interface Seeding {
  seedOptions(db: unknown): Promise<void>;
}

describe('forms', () => {
  it('carry the form, the evidence it asks for, and the server’s day', async () => {
    const forms = (await clerk.get('/api/options/forms').expect(200)).body as FormsAnswer;
    expect(forms.safeguard.kinds.map(({ kind }) => kind)).toHaveLength(6);
    expect(forms.idCard.extraProvincePrefixes).toEqual(['69']);
    expect(forms.today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const categories = await clerk.get('/api/options/evidence-categories').expect(200);
    expect(categories.body).toEqual(forms.evidence.categories);
  });
});

describe('an announcement', () => {
  const FROM_TO = { validFrom: '2020-01-01', validTo: '2099-12-31' };
  const announce = async (who: string, title: string, regionCode: string) =>
    (await app.as(who)).post('/api/options/announcements').send({ title, text: '一\n二', regionCode, ...FROM_TO });
  const titles = async (who: string) => {
    const answer = await (await app.as(who)).get('/api/options/announcements').expect(200);
    return (answer.body as Announcement[]).map(({ title }) => title);
  };
  const statesOf = async (who: string) => {
    const answer = await (await app.as(who)).get('/api/options/announcements/managed').expect(200);
    return Object.fromEntries((answer.body as ManagedAnnouncement[]).map(({ title, state }) => [title, state]));
  };
  const withdraw = async (who: string, id: number) =>
    (await app.as(who)).post(`/api/options/announcements/${id}/withdraw`).send({});
  const idOf = (answer: { readonly body: unknown }) => (answer.body as ManagedAnnouncement).id;

  it('reaches everybody inside its region, and is written for one’s own and below only', async () => {
    const city = await announce('demo-city', '市里的通知', '5204');
    const county = await announce('demo-county', '县里的通知', '520425');
    expect([city.status, county.status]).toEqual([200, 200]);
    expect(county.body).toMatchObject({ state: 'current', by: expect.any(String) as unknown, text: '一\n二' });
    for (const who of [
      'demo-clerk',
      'demo-county',
      'demo-county-reviewer',
      'demo-township-clerk',
      'demo-township-unset',
    ])
      expect(await titles(who)).toEqual(['市里的通知', '县里的通知']);
    expect(await titles('demo-other-clerk')).toEqual(['市里的通知']);
    for (const who of ['demo-province', 'demo-configurator']) expect(await titles(who)).toEqual([]);
    for (const elsewhere of ['5204', '520402']) {
      const answer = await announce('demo-county', '越权', elsewhere);
      expect([answer.status, answer.body]).toEqual([
        422,
        expect.objectContaining({ errors: { regionCode: expect.any(String) as unknown } }),
      ]);
    }
    expect((await announce('demo-clerk', '越权', '520425')).status).toBe(403);
    const wrong = await (await app.as('demo-county'))
      .post('/api/options/announcements')
      .send({ title: ' ', text: '', regionCode: '520425', validFrom: '2020-02-30', validTo: '' });
    expect(Object.keys((wrong.body as { errors: object }).errors)).toEqual(['title', 'text', 'validFrom', 'validTo']);
  });

  it('goes by itself, or is withdrawn by its own level or one above, never by one below', async () => {
    const city = await announce('demo-city', '开会', '5204');
    const county = await announce('demo-county', '培训', '520425');
    await app.owner.query(`update announcements set valid_to = '2020-01-02' where title = '市里的通知'`);
    expect(await titles('demo-clerk')).not.toContain('市里的通知');
    expect((await withdraw('demo-county', idOf(city))).status).toBe(404);
    expect((await withdraw('demo-city', idOf(county))).body).toMatchObject({ state: 'withdrawn' });
    expect(await titles('demo-clerk')).toEqual(['开会', '县里的通知']);
    expect(await statesOf('demo-county')).toEqual({ 培训: 'withdrawn', 县里的通知: 'current' });
    expect(await statesOf('demo-province')).toMatchObject({ 市里的通知: 'expired', 开会: 'current' });
    const { rows } = await app.owner.query<{ action: string; region_code: string }>(
      `select action, region_code from anju.journal where subject_table = 'announcements' and subject_id = $1 order by id`,
      [idOf(county)],
    );
    expect(rows).toEqual([
      { action: 'create', region_code: '520425' },
      { action: 'update', region_code: '520425' },
    ]);
  });
});

describe('undo', () => {
  it('takes changes back one after another, and refuses what was changed again', async () => {
    const first = await ours.change(await ours.optionOf('departureReason', 'naturalDeath'), { label: '死亡' });
    await ours.change(first, { label: '自然死亡（含病故）' });
    const second = await ours.lastChange('options:departureReason');
    const refused = await ours.undo(second.id - 1);
    expect([refused.status, refused.body]).toEqual([
      422,
      expect.objectContaining({ message: expect.stringContaining('之后又有更改') as unknown }),
    ]);
    await ours.undo(second.id).expect(200);
    expect((await ours.optionOf('departureReason', 'naturalDeath')).label).toBe('死亡');
    await ours.undo(second.id - 1).expect(200);
    expect((await ours.optionOf('departureReason', 'naturalDeath')).label).toBe('自然死亡');
    expect((await ours.undo(second.id)).status).toBe(422);
  });

  it('removes an added option that nothing carries, and retires one that is in use', async () => {
    const unused = await ours.add({ listKey: 'publicHousingType', label: '没人用' });
    await ours.undo((await ours.lastChange('options:publicHousingType')).id).expect(200);
    expect((await ours.optionsOf('publicHousingType')).map(({ id }) => id)).not.toContain(unused.id);
    const gone = await ours.configurator
      .put(`/api/options/items/${unused.id}`)
      .send({ version: unused.version, label: '改' });
    expect(gone.status).toBe(404);
    const used = await ours.add({ listKey: 'publicHousingType', label: '教师周转房' });
    const answer = await ours.recognise({ ...RECOGNITIONS.publicHousing, publicHousingType: used.key });
    expect(answer.status).toBe(200);
    await ours.undo((await ours.lastChange('options:publicHousingType')).id).expect(200);
    expect((await ours.optionsOf('publicHousingType')).find(({ id }) => id === used.id)).toMatchObject({
      enabled: false,
    });
  });
});

describe('the shipped list', () => {
  const restore = (body: object) => ours.configurator.post('/api/options/restore').send(body);

  it('comes back as one change that is told before, keeps what records carry, and is taken back', async () => {
    const subject = 'options:relocationType';
    const shipped = await ours.optionsOf('relocationType');
    const preview = async () => (await restore({ subject, preview: true }).expect(200)).body as ConfigurationRestored;
    expect((await preview()).words).toEqual([]);
    const local = await ours.add({ listKey: 'relocationType', label: '地灾搬迁' });
    const answer = await ours.recognise({ ...RECOGNITIONS.otherRelocation, relocationType: local.key, kindNote: null });
    expect(answer.status).toBe(200);
    const [first] = shipped;
    if (first) await ours.change(first, { label: '生态扶贫移民', validTo: '2030-01-01' });
    const changed = await ours.optionsOf('relocationType');
    const { words, version } = await preview();
    expect(words).toEqual(['“生态扶贫移民”改名为“生态移民”；“生态移民”停用日期改为长期', '停用“地灾搬迁”']);
    expect(await ours.optionsOf('relocationType')).toEqual(changed);
    expect((await restore({ subject, preview: false, version: version - 1 })).status).toBe(409);
    await restore({ subject, preview: false, version, reason: '改乱了' }).expect(200);
    const plain = (options: readonly OptionRow[]) => options.map(({ version: _version, ...option }) => option);
    expect(plain((await ours.optionsOf('relocationType')).filter(({ key }) => key !== local.key))).toEqual(
      plain(shipped),
    );
    expect(await ours.optionOf('relocationType', local.key)).toMatchObject({ label: '地灾搬迁', enabled: false });
    const change = await ours.lastChange(subject);
    expect(change).toMatchObject({ summary: '“类型”恢复默认', reason: '改乱了', by: expect.any(String) as unknown });
    await ours.undo(change.id).expect(200);
    expect(plain(await ours.optionsOf('relocationType'))).toEqual(plain(changed));
    expect((await restore({ subject: 'options:noSuch', preview: true })).status).toBe(404);
  });
});
