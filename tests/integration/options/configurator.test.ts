import type {
  ConfigurationChangeRow,
  EvidenceConfig,
  EvidenceEffect,
  FormsAnswer,
  OptionMerged,
  OptionRow,
  OptionUsage,
  StatisticsTable,
} from '@anju/domain/contracts';
import { type Caller, DEMO_PASSWORD, startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, OTHER_COUNTY, RECOGNITIONS, unrecognisedIds } from '../registry/register';

let app: TestApp;
let configurator: Caller;
let clerk: Caller;
let free: number[];

beforeAll(async () => {
  app = await startTestApp();
  configurator = await app.as('demo-configurator');
  clerk = await app.as('demo-clerk');
  free = await unrecognisedIds(app);
});

afterAll(() => app.stop());

/** A sign-in of its own: the region of an account is part of what its token stands for. */
async function signedInAnew(identifier: string): Promise<Caller> {
  const answer = await app.request().post('/api/auth/local').send({ identifier, password: DEMO_PASSWORD }).expect(200);
  const bearer = `Bearer ${(answer.body as { jwt: string }).jwt}`;
  const call = (method: keyof Caller) => (url: string) => app.request()[method](url).set('Authorization', bearer);
  return { get: call('get'), post: call('post'), put: call('put'), delete: call('delete') };
}

async function optionsOf(listKey: string): Promise<OptionRow[]> {
  const search = new URLSearchParams({ filter: JSON.stringify({ listKey }) }).toString();
  return (await clerk.get(`/api/options/items?${search}`).expect(200)).body as OptionRow[];
}

async function optionOf(listKey: string, key: string): Promise<OptionRow> {
  const option = (await optionsOf(listKey)).find((row) => row.key === key);
  if (!option) throw new Error(`No option ${key} in ${listKey}`);
  return option;
}

async function add(body: object): Promise<OptionRow> {
  return (await configurator.post('/api/options/items').send(body).expect(200)).body as OptionRow;
}

async function change(option: OptionRow, values: object): Promise<OptionRow> {
  const answer = await configurator.put(`/api/options/items/${option.id}`).send({ version: option.version, ...values });
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  return answer.body as OptionRow;
}

const { kindNote: _note, ...OTHER_MEANS } = RECOGNITIONS.otherMeans;

async function recognise(values: object, who = clerk): Promise<{ status: number; id: number; body: unknown }> {
  const id = free.shift();
  if (id === undefined) throw new Error('No household is left');
  const { rows } = await app.owner.query<{ version: number }>('select version from households where id = $1', [id]);
  const answer = await who
    .put(`/api/registry/households/${id}/safeguard`)
    .send({ version: rows[0]?.version, ...('kind' in values ? {} : OTHER_MEANS), ...values });
  return { status: answer.status, id, body: answer.body };
}

async function lastChange(subject: string): Promise<ConfigurationChangeRow> {
  const search = new URLSearchParams({ filter: JSON.stringify({ subject }), range: '[0,0]' }).toString();
  const [row] = (await configurator.get(`/api/options/changes?${search}`).expect(200)).body as ConfigurationChangeRow[];
  if (!row) throw new Error(`No change of ${subject}`);
  return row;
}

const undo = (id: number) => configurator.post(`/api/options/changes/${id}/undo`).send({ reason: '改错了' });

async function table(name: string): Promise<StatisticsTable> {
  const county = await app.as('demo-county');
  return (await county.get(`/api/statistics/tables/${name}`).expect(200)).body as StatisticsTable;
}

describe('an option', () => {
  it('is added for a county with a key of its own, before 其他, and only that county may choose it', async () => {
    const added = await add({ listKey: 'otherMeansType', label: '村集体周转房', regionCode: COUNTY, reason: '县里有' });
    expect(added).toMatchObject({ core: false, enabled: true, regionCode: COUNTY });
    expect(added.key).toMatch(/^local[0-9a-f]{8}$/);
    expect((await optionsOf('otherMeansType')).map(({ label }) => label).slice(-2)).toEqual(['村集体周转房', '其他']);
    expect(await recognise({ otherMeansType: added.key })).toMatchObject({ status: 200 });
    const [foreign] = await unrecognisedIds(app, OTHER_COUNTY);
    free.unshift(foreign ?? 0);
    expect(await recognise({ otherMeansType: added.key }, await app.as('demo-other-clerk'))).toMatchObject({
      status: 422,
      body: { errors: { otherMeansType: '保障方式不在可选范围内' } },
    });
    expect(await lastChange('options:otherMeansType')).toMatchObject({
      by: '演示配置管理员',
      summary: '新增“村集体周转房”',
      reason: '县里有',
      items: [added.key],
    });
    const journal = await app.owner.query(
      `select j.detail ->> 'action' as action, j.detail ->> 'reason' as reason from anju.journal j join up_users u on u.id = j.actor
       where u.username = 'demo-configurator' and j.action = 'configure' order by j.id desc limit 1`,
    );
    expect(journal.rows[0]).toEqual({ action: 'add', reason: '县里有' });
  });

  it('is counted under 其他 where it has no column, and a retired one keeps its own', async () => {
    const before = await table('T9');
    const renting = await optionOf('otherMeansType', 'renting');
    const old = await recognise({ otherMeansType: 'renting' });
    expect(old).toMatchObject({ status: 200 });
    const local = (await optionsOf('otherMeansType')).find(({ core }) => !core);
    expect(await recognise({ otherMeansType: local?.key })).toMatchObject({ status: 200 });
    const retired = await change(renting, { enabled: false, reason: '不再使用' });
    const after = await table('T9');
    const sum = (counts: StatisticsTable) => counts.total;
    expect(Number(sum(after).renting) - Number(sum(before).renting)).toBe(1);
    expect(Number(sum(after).other) - Number(sum(before).other)).toBe(1);
    const { total, ...parts } = sum(after);
    expect(Object.values(parts).reduce((all: number, part) => all + Number(part), 0)).toBe(total);
    expect(await recognise({ otherMeansType: 'renting' })).toMatchObject({ status: 422 });
    // Old records keep it and its label, also when something else of them is corrected.
    free.unshift(old.id);
    expect(await recognise({ otherMeansType: 'renting', entryPerson: '更正人' })).toMatchObject({ status: 200 });
    expect(await optionOf('otherMeansType', 'renting')).toMatchObject({ label: '租住', enabled: false });
    await change(retired, { enabled: true });
  });

  it('is renamed, dated and asked to be explained; what another configurator changed meanwhile is a conflict', async () => {
    const seen = await optionOf('publicHousingType', 'idlePublicHouse');
    const renamed = await change(seen, { label: '闲置公用房', validTo: '2030-12-31' });
    expect(renamed).toMatchObject({ key: 'idlePublicHouse', label: '闲置公用房', validTo: '2030-12-31' });
    const stale = await configurator.put(`/api/options/items/${seen.id}`).send({ version: seen.version, label: '公房' });
    expect([stale.status, stale.body]).toEqual([409, expect.objectContaining({ code: 'staleVersion' })]);
    expect(await optionOf('publicHousingType', 'idlePublicHouse')).toMatchObject({ label: '闲置公用房' });
    await change(renamed, { requiresNote: true });
    expect(await recognise({ ...RECOGNITIONS.publicHousing, publicHousingType: 'idlePublicHouse' })).toMatchObject({
      status: 422,
      body: { errors: { kindNote: expect.any(String) } },
    });
  });

  it.each([
    ['a name that the list has', 'otherMeansType', 'borrowing', { label: '投亲靠友' }, 'label'],
    ['an empty name', 'otherMeansType', 'borrowing', { label: ' ' }, 'label'],
    ['an end before the beginning', 'otherMeansType', 'borrowing', { validFrom: '2021-01-01', validTo: '2020-01-01' }, 'validTo'],
    ['retiring 其他', 'otherMeansType', 'other', { enabled: false }, 'enabled'],
    ['taking the note of 其他', 'otherMeansType', 'other', { requiresNote: false }, 'requiresNote'],
    ['a note where the form has none', 'constructionMode', 'selfBuilt', { requiresNote: true }, 'requiresNote'],
    ['another key', 'otherMeansType', 'borrowing', { key: 'x' }, 'key'],
  ])('does not take %s', async (_name, listKey, key, values, field) => {
    const option = await optionOf(listKey, key);
    const answer = await configurator.put(`/api/options/items/${option.id}`).send({ version: option.version, ...values });
    expect([answer.status, (answer.body as { errors: object }).errors]).toEqual([
      field === 'key' || (field === 'label' && values.label === ' ') ? 400 : 422,
      expect.objectContaining({ [field]: expect.any(String) }),
    ]);
    expect(await optionOf(listKey, key)).toEqual(option);
  });

  it('of the core belongs to the province: a county configurator changes its own only', async () => {
    await app.owner.query(`update up_users set region_code = $1, level = 'county' where username = 'demo-configurator'`, [
      COUNTY,
    ]);
    try {
      const county = await signedInAnew('demo-configurator');
      const core = await optionOf('otherMeansType', 'borrowing');
      const refused = await county.put(`/api/options/items/${core.id}`).send({ version: core.version, label: '借' });
      expect([refused.status, refused.body]).toEqual([
        422,
        expect.objectContaining({ message: '全国核心选项只能由省级配置管理员修改' }),
      ]);
      const elsewhere = { listKey: 'otherMeansType', label: '别县', regionCode: OTHER_COUNTY };
      expect((await county.post('/api/options/items').send(elsewhere)).status).toBe(422);
      const own = await county.post('/api/options/items').send({ listKey: 'otherMeansType', label: '本县方式' }).expect(200);
      expect(own.body).toMatchObject({ regionCode: COUNTY });
      const usage = await county.get('/api/options/usage?listKey=appraisalResult').expect(200);
      const { rows } = await app.owner.query<{ n: number }>(
        `select count(*)::int as n from safeguards where kind in ('originalSafe', 'renovation') and region_code like $1 || '%'
           and coalesce(nullif(appraisal_result, ''), original_appraisal_result) = 'gradeB'`,
        [COUNTY],
      );
      expect(usage.body).toContainEqual({ key: 'gradeB', households: rows[0]?.n });
    } finally {
      await app.owner.query(`update up_users set region_code = '52', level = 'province' where username = 'demo-configurator'`);
    }
  });

  it('is put in another order as a whole list, and an outdated order is a conflict', async () => {
    const before = await optionsOf('relocationType');
    const ids = before.map(({ id }) => id).reverse();
    const answer = await configurator.post('/api/options/items/reorder').send({ listKey: 'relocationType', ids }).expect(200);
    expect((answer.body as OptionRow[]).map(({ id }) => id)).toEqual(ids);
    const outdated = { listKey: 'relocationType', ids: ids.slice(1) };
    expect((await configurator.post('/api/options/items/reorder').send(outdated)).status).toBe(409);
    await undo((await lastChange('options:relocationType')).id).expect(200);
    expect((await optionsOf('relocationType')).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });
});

describe('usage', () => {
  it('is counted by county, equal to what the rows say', async () => {
    for (const [listKey, key, table_, column] of [
      ['otherMeansType', 'withRelatives', 'safeguards', 'other_means_type'],
      ['planYear', '2018', 'archives', 'plan_year'],
    ] as const) {
      const option = await optionOf(listKey, key);
      const usage = (await configurator.get(`/api/options/items/${option.id}/usage`).expect(200)).body as OptionUsage;
      const from = table_ === 'archives' ? 'renovations a join safeguards s on s.renovation_id = a.id' : 'safeguards s';
      const { rows } = await app.owner.query<{ county: string; n: number }>(
        `select left(s.region_code, 6) as county, count(*)::int as n from ${from} where ${column}::text = $1 group by 1 order by 1`,
        [key],
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(usage.counties.map(({ regionCode, households }) => [regionCode, households])).toEqual(
        rows.map(({ county, n }) => [county, n]),
      );
      expect(usage.counties[0]?.regionName).toMatch(/[县区市]$/);
    }
  });

  it('leaves the definer functions for nobody but a configurator', async () => {
    await app.owner.query('begin');
    try {
      await app.owner.query(`select set_config('anju.actor', (select id::text from up_users where username = 'demo-county'), true)`);
      expect((await app.owner.query(`select * from anju.option_usage('otherMeansType')`)).rows).toEqual([]);
      expect((await app.owner.query(`select anju.option_archives('planYear', '2018') as n`)).rows).toEqual([{ n: '0' }]);
      expect((await app.owner.query(`select * from anju.evidence_effect('{"requirements":[]}')`)).rows).toEqual([]);
      await expect(app.owner.query(`select anju.merge_option(1, 'otherMeansType', 'a', 'b')`)).rejects.toThrow('configurator');
    } finally {
      await app.owner.query('rollback');
    }
  });
});

describe('a merge', () => {
  it('is previewed, made with its approvals kept, journalled, and taken back', async () => {
    const from = await add({ listKey: 'otherMeansType', label: '借住亲戚家' });
    const into = await optionOf('otherMeansType', 'borrowing');
    const { id, status } = await recognise({ otherMeansType: from.key });
    expect(status).toBe(200);
    await app.owner.query(
      `update safeguards set review_state = 'townshipApproved', township_review_date = '2020-06-02',
         township_approved_by = (select id from up_users where username = 'demo-township-reviewer') where household_id = $1`,
      [id],
    );
    const merge = (preview: boolean) =>
      configurator.post(`/api/options/items/${from.id}/merge`).send({ version: from.version, into: into.id, preview, reason: '同一种' });
    const previewed = (await merge(true).expect(200)).body as OptionMerged;
    expect(previewed).toMatchObject({ preview: true, households: 1, counties: [{ regionCode: COUNTY, households: 1 }] });
    const state = async () =>
      (await app.owner.query('select other_means_type, review_state from safeguards where household_id = $1', [id])).rows[0];
    expect(await state()).toEqual({ other_means_type: from.key, review_state: 'townshipApproved' });
    await merge(false).expect(200);
    expect(await state()).toEqual({ other_means_type: 'borrowing', review_state: 'townshipApproved' });
    expect(await optionOf('otherMeansType', from.key)).toMatchObject({ enabled: false });
    const journal = await app.owner.query(
      `select j.action from anju.journal j join safeguards s on s.id = j.subject_id and j.subject_table = 'safeguards'
       where s.household_id = $1 and j.detail ? 'other_means_type' and j.action = 'update' order by j.id desc limit 1`,
      [id],
    );
    expect(journal.rows).toHaveLength(1);
    await undo((await lastChange('options:otherMeansType')).id).expect(200);
    expect(await state()).toEqual({ other_means_type: from.key, review_state: 'townshipApproved' });
    expect(await optionOf('otherMeansType', from.key)).toMatchObject({ enabled: true });
  });

  it('never takes a core option away, nor one into another list', async () => {
    const core = await optionOf('otherMeansType', 'borrowing');
    const local = await add({ listKey: 'otherMeansType', label: '临时安置' });
    const elsewhere = await optionOf('publicHousingType', 'elderlyHome');
    const refused = await configurator
      .post(`/api/options/items/${core.id}/merge`)
      .send({ version: core.version, into: local.id, preview: false });
    expect(refused.status).toBe(422);
    const wrong = await configurator
      .post(`/api/options/items/${local.id}/merge`)
      .send({ version: local.version, into: elsewhere.id, preview: true });
    expect((wrong.body as { errors: object }).errors).toEqual({ into: '只能合并到同一列表的选项' });
  });
});

describe('undo', () => {
  it('takes changes back one after another, and refuses what was changed again', async () => {
    const first = await change(await optionOf('departureReason', 'naturalDeath'), { label: '死亡' });
    await change(first, { label: '自然死亡（含病故）' });
    const second = await lastChange('options:departureReason');
    const refused = await undo(second.id - 1);
    expect([refused.status, refused.body]).toEqual([
      422,
      expect.objectContaining({ message: expect.stringContaining('之后又有更改') }),
    ]);
    await undo(second.id).expect(200);
    expect((await optionOf('departureReason', 'naturalDeath')).label).toBe('死亡');
    await undo(second.id - 1).expect(200);
    expect((await optionOf('departureReason', 'naturalDeath')).label).toBe('自然死亡');
    expect((await undo(second.id)).status).toBe(422);
  });

  it('removes an added option that nothing carries, and retires one that is in use', async () => {
    const unused = await add({ listKey: 'publicHousingType', label: '没人用' });
    await undo((await lastChange('options:publicHousingType')).id).expect(200);
    expect((await optionsOf('publicHousingType')).map(({ id }) => id)).not.toContain(unused.id);
    const gone = await configurator.put(`/api/options/items/${unused.id}`).send({ version: unused.version, label: '改' });
    expect(gone.status).toBe(404);
    const used = await add({ listKey: 'publicHousingType', label: '教师周转房' });
    const answer = await recognise({ ...RECOGNITIONS.publicHousing, publicHousingType: used.key });
    expect(answer.status).toBe(200);
    await undo((await lastChange('options:publicHousingType')).id).expect(200);
    expect((await optionsOf('publicHousingType')).find(({ id }) => id === used.id)).toMatchObject({ enabled: false });
  });
});

async function forms(): Promise<FormsAnswer> {
  return (await clerk.get('/api/options/forms').expect(200)).body as FormsAnswer;
}

describe('the form', () => {
  it('asks at once for a field that became required, and its version says that something changed', async () => {
    const before = await forms();
    const body = { version: before.formVersion, part: 'povertyRelocation', fields: [{ name: 'confirmedBy', required: true, help: '搬迁办经办人' }] };
    await configurator.put('/api/options/forms').send(body).expect(200);
    const after = await forms();
    expect(after.version).toBeGreaterThan(before.version);
    expect((await clerk.get('/api/options/version').expect(200)).body).toEqual({ version: after.version });
    const refused = await recognise(RECOGNITIONS.povertyRelocation);
    expect(refused).toMatchObject({ status: 422, body: { errors: { confirmedBy: '请填写项目主管部门确认人' } } });
    expect((await configurator.put('/api/options/forms').send(body)).status).toBe(409);
    expect(await lastChange('form')).toMatchObject({ summary: expect.stringContaining('“项目主管部门确认人”改为必填') });
    await undo((await lastChange('form')).id).expect(200);
    expect((await forms()).safeguard).toEqual(before.safeguard);
    expect(await recognise(RECOGNITIONS.povertyRelocation)).toMatchObject({ status: 200 });
  });

  it.each([
    ['common', 'entryPerson', false],
    ['povertyRelocation', 'notStarted', true],
    ['otherMeans', 'kindNote', true],
    ['otherMeans', 'noSuchField', true],
  ])('of %s does not take %s as required=%s', async (part, name, required) => {
    const { formVersion, safeguard } = await forms();
    const answer = await configurator.put('/api/options/forms').send({ version: formVersion, part, fields: [{ name, required }] });
    expect([answer.status, (answer.body as { errors: object }).errors]).toEqual([
      422,
      expect.objectContaining({ [name]: expect.any(String) }),
    ]);
    expect((await forms()).safeguard).toEqual(safeguard);
  });
});

/** The evidence as the page sends it: what configurators cannot see is left out. */
function proposalOf({ categories, requirements }: EvidenceConfig) {
  return {
    categories: categories.map(({ key, label, accepts, hint }) => ({ key, label, accepts, hint })),
    requirements: requirements.map(({ kind, groups, optional }) => ({
      kind,
      groups: groups.map(({ key, label, categories: keys }) => ({ key, label, categories: keys })),
      optional,
    })),
  };
}

async function lacking(): Promise<{ county: string; n: number }[]> {
  const { rows } = await app.owner.query<{ county: string; n: number }>(
    `select left(region_code, 6) as county, count(*)::int as n from warnings
     where kind = 'evidenceMissing' and state <> 'cleared' and explanation ->> 'kind' = 'povertyRelocation' group by 1 order by 1`,
  );
  return rows;
}

describe('the evidence asked for', () => {
  it('is previewed by county, published with the warnings that follow, and taken back', async () => {
    const { evidence, evidenceVersion } = await forms();
    expect(await lacking()).toEqual([]);
    const standing = proposalOf(evidence);
    const proposal = {
      categories: [...standing.categories, { key: 'localKeys', label: '钥匙交接单', accepts: 'document', hint: '拍照上传' }],
      requirements: standing.requirements.map((requirement) =>
        requirement.kind === 'povertyRelocation'
          ? { ...requirement, groups: [{ key: 'keys', label: '钥匙交接单', categories: ['localKeys'] }] }
          : requirement,
      ),
    };
    const preview = await configurator.post('/api/options/evidence-categories/preview').send(proposal).expect(200);
    const effect = preview.body as EvidenceEffect;
    expect(effect.missing).toBeGreaterThan(0);
    expect(await lacking()).toEqual([]);
    await configurator
      .put('/api/options/evidence-categories')
      .send({ ...proposal, version: evidenceVersion, reason: '省里要求' })
      .expect(200);
    expect(await lacking()).toEqual(
      effect.counties
        .map(({ regionCode, missing }) => ({ county: regionCode, n: missing }))
        .sort((a, b) => a.county.localeCompare(b.county)),
    );
    const after = await forms();
    expect(after.evidence.categories.at(-1)).toMatchObject({ key: 'localKeys', label: '钥匙交接单' });
    // What the page does not show is kept.
    expect(after.evidence.templates).toEqual(evidence.templates);
    expect(after.evidence.requirements.find(({ kind }) => kind === 'renovation')).toEqual(
      evidence.requirements.find(({ kind }) => kind === 'renovation'),
    );
    // The full run agrees with what publishing wrote.
    const county = await app.as('demo-county');
    expect((await county.post('/api/warnings/scan').send({}).expect(200)).body).toMatchObject({ opened: 0, closed: 0 });
    await undo((await lastChange('evidence')).id).expect(200);
    expect(await lacking()).toEqual([]);
    expect((await forms()).evidence).toEqual(evidence);
  });

  it.each([
    ['a category that is gone', (e: ReturnType<typeof proposalOf>) => ({ ...e, categories: e.categories.slice(1) }), 422],
    [
      'a group without a category',
      (e: ReturnType<typeof proposalOf>) => ({
        ...e,
        requirements: e.requirements.map((r) => ({ ...r, groups: [{ key: 'x', label: '空', categories: [] }] })),
      }),
      400,
    ],
    [
      'an unknown category',
      (e: ReturnType<typeof proposalOf>) => ({
        ...e,
        requirements: e.requirements.map((r) => ({ ...r, optional: ['noSuch'] })),
      }),
      422,
    ],
  ])('does not take %s', async (_name, broken, status) => {
    const { evidence, evidenceVersion } = await forms();
    const answer = await configurator
      .put('/api/options/evidence-categories')
      .send({ ...broken(proposalOf(evidence)), version: evidenceVersion });
    expect([answer.status, Object.keys((answer.body as { errors: object }).errors).length > 0]).toEqual([status, true]);
    expect((await forms()).evidence).toEqual(evidence);
  });
});
