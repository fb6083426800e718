import type { OptionMerged, OptionRow, OptionUsage, StatisticsTable } from '@anju/domain/contracts';
import { type Caller, DEMO_PASSWORD } from '../../harness/app';
import { COUNTY, OTHER_COUNTY, RECOGNITIONS, unrecognisedIds } from '../registry/register';
import { Configuring } from './configuring';

let ours: Configuring;

beforeAll(async () => {
  ours = await Configuring.start();
});

afterAll(() => ours.app.stop());

/** A sign-in of its own: the region of an account is part of what its token stands for. */
async function signedInAnew(identifier: string): Promise<Caller> {
  const answer = await ours.app
    .request()
    .post('/api/auth/local')
    .send({ identifier, password: DEMO_PASSWORD })
    .expect(200);
  const bearer = `Bearer ${(answer.body as { jwt: string }).jwt}`;
  const call = (method: keyof Caller) => (url: string) => ours.app.request()[method](url).set('Authorization', bearer);
  return { get: call('get'), post: call('post'), put: call('put'), delete: call('delete') };
}

async function table(name: string): Promise<StatisticsTable> {
  const county = await ours.app.as('demo-county');
  return (await county.get(`/api/statistics/tables/${name}`).expect(200)).body as StatisticsTable;
}

const BLANK = { label: ' ' };

describe('an option', () => {
  it('is added for a county with a key of its own, before 其他, and only that county may choose it', async () => {
    const added = await ours.add({
      listKey: 'otherMeansType',
      label: '村集体周转房',
      regionCode: COUNTY,
      reason: '县里有',
    });
    expect(added).toMatchObject({ core: false, enabled: true, regionCode: COUNTY });
    expect(added.key).toMatch(/^local[0-9a-f]{8}$/);
    expect((await ours.optionsOf('otherMeansType')).map(({ label }) => label).slice(-2)).toEqual([
      '村集体周转房',
      '其他',
    ]);
    expect(await ours.recognise({ otherMeansType: added.key })).toMatchObject({ status: 200 });
    const neighbour = await ours.app.as('demo-other-clerk');
    const shown = await neighbour
      .get('/api/options/items?filter=%7B%22listKey%22%3A%22otherMeansType%22%7D')
      .expect(200);
    expect((shown.body as OptionRow[]).map(({ key }) => key)).not.toContain(added.key);
    const [foreign] = await unrecognisedIds(ours.app, OTHER_COUNTY);
    ours.free.unshift(foreign ?? 0);
    expect(await ours.recognise({ otherMeansType: added.key }, neighbour)).toMatchObject({
      status: 422,
      body: { errors: { otherMeansType: '保障方式不在可选范围内' } },
    });
    expect(await ours.lastChange('options:otherMeansType')).toMatchObject({
      by: '演示配置管理员',
      summary: '新增“村集体周转房”',
      reason: '县里有',
      items: [added.key],
    });
    const journal = await ours.app.owner.query(
      `select j.detail ->> 'action' as action, j.detail ->> 'reason' as reason from anju.journal j join up_users u on u.id = j.actor
       where u.username = 'demo-configurator' and j.action = 'configure' order by j.id desc limit 1`,
    );
    expect(journal.rows[0]).toEqual({ action: 'add', reason: '县里有' });
  });

  it('is counted under 其他 where it has no column, and a retired one keeps its own', async () => {
    const before = await table('T9');
    const renting = await ours.optionOf('otherMeansType', 'renting');
    const old = await ours.recognise({ otherMeansType: 'renting' });
    expect(old).toMatchObject({ status: 200 });
    const local = (await ours.optionsOf('otherMeansType')).find(({ core }) => !core);
    expect(await ours.recognise({ otherMeansType: local?.key })).toMatchObject({ status: 200 });
    const retired = await ours.change(renting, { enabled: false, reason: '不再使用' });
    const after = await table('T9');
    const sum = (counts: StatisticsTable) => counts.total;
    expect(Number(sum(after).renting) - Number(sum(before).renting)).toBe(1);
    expect(Number(sum(after).other) - Number(sum(before).other)).toBe(1);
    const { total, ...parts } = sum(after);
    expect(Object.values(parts).reduce((all: number, part) => all + Number(part), 0)).toBe(total);
    expect(await ours.recognise({ otherMeansType: 'renting' })).toMatchObject({ status: 422 });
    // Old records keep it and its label, also when something else of them is corrected.
    ours.free.unshift(old.id);
    expect(await ours.recognise({ otherMeansType: 'renting', entryPerson: '更正人' })).toMatchObject({ status: 200 });
    expect(await ours.optionOf('otherMeansType', 'renting')).toMatchObject({ label: '租住', enabled: false });
    await ours.change(retired, { enabled: true });
  });

  it('is renamed, dated and asked to be explained; what another configurator changed meanwhile is a conflict', async () => {
    const seen = await ours.optionOf('publicHousingType', 'idlePublicHouse');
    const renamed = await ours.change(seen, { label: '闲置公用房', validTo: '2030-12-31' });
    expect(renamed).toMatchObject({ key: 'idlePublicHouse', label: '闲置公用房', validTo: '2030-12-31' });
    const stale = await ours.configurator
      .put(`/api/options/items/${seen.id}`)
      .send({ version: seen.version, label: '公房' });
    expect([stale.status, stale.body]).toEqual([409, expect.objectContaining({ code: 'staleVersion' })]);
    expect(await ours.optionOf('publicHousingType', 'idlePublicHouse')).toMatchObject({ label: '闲置公用房' });
    await ours.change(renamed, { requiresNote: true });
    expect(await ours.recognise({ ...RECOGNITIONS.publicHousing, publicHousingType: 'idlePublicHouse' })).toMatchObject(
      {
        status: 422,
        body: { errors: { kindNote: expect.any(String) as unknown } },
      },
    );
  });

  it.each([
    ['a name that the list has', 'otherMeansType', 'borrowing', { label: '投亲靠友' }, 'label'],
    ['an empty name', 'otherMeansType', 'borrowing', BLANK, 'label'],
    [
      'an end before the beginning',
      'otherMeansType',
      'borrowing',
      { validFrom: '2021-01-01', validTo: '2020-01-01' },
      'validTo',
    ],
    ['retiring 其他', 'otherMeansType', 'other', { enabled: false }, 'enabled'],
    ['taking the note of 其他', 'otherMeansType', 'other', { requiresNote: false }, 'requiresNote'],
    ['a note where the form has none', 'constructionMode', 'selfBuilt', { requiresNote: true }, 'requiresNote'],
    ['another key', 'otherMeansType', 'borrowing', { key: 'x' }, 'key'],
  ])('does not take %s', async (_name, listKey, key, values, field) => {
    const option = await ours.optionOf(listKey, key);
    const answer = await ours.configurator
      .put(`/api/options/items/${option.id}`)
      .send({ version: option.version, ...values });
    expect([answer.status, (answer.body as { errors: object }).errors]).toEqual([
      field === 'key' || (field === 'label' && values === BLANK) ? 400 : 422,
      expect.objectContaining({ [field]: expect.any(String) as unknown }),
    ]);
    expect(await ours.optionOf(listKey, key)).toEqual(option);
  });

  it('of the core belongs to the province: a county configurator changes its own only', async () => {
    await ours.app.owner.query(
      `update up_users set region_code = $1, level = 'county' where username = 'demo-configurator'`,
      [COUNTY],
    );
    try {
      const county = await signedInAnew('demo-configurator');
      const core = await ours.optionOf('otherMeansType', 'borrowing');
      const refused = await county.put(`/api/options/items/${core.id}`).send({ version: core.version, label: '借' });
      expect([refused.status, refused.body]).toEqual([
        422,
        expect.objectContaining({ message: '全国核心选项只能由省级配置管理员修改' }),
      ]);
      const elsewhere = { listKey: 'otherMeansType', label: '别县', regionCode: OTHER_COUNTY };
      expect((await county.post('/api/options/items').send(elsewhere)).status).toBe(422);
      const own = await county
        .post('/api/options/items')
        .send({ listKey: 'otherMeansType', label: '本县方式' })
        .expect(200);
      expect(own.body).toMatchObject({ regionCode: COUNTY });
      const usage = await county.get('/api/options/usage?listKey=appraisalResult').expect(200);
      const { rows } = await ours.app.owner.query<{ n: number }>(
        `select count(*)::int as n from safeguards where kind in ('originalSafe', 'renovation') and region_code like $1 || '%'
           and coalesce(nullif(appraisal_result, ''), original_appraisal_result) = 'gradeB'`,
        [COUNTY],
      );
      expect(usage.body).toContainEqual({ key: 'gradeB', households: rows[0]?.n });
    } finally {
      await ours.app.owner.query(
        `update up_users set region_code = '52', level = 'province' where username = 'demo-configurator'`,
      );
    }
  });

  it('is put in another order as a whole list, and an outdated order is a conflict', async () => {
    const before = await ours.optionsOf('relocationType');
    const ids = before.map(({ id }) => id).reverse();
    const answer = await ours.configurator
      .post('/api/options/items/reorder')
      .send({ listKey: 'relocationType', ids })
      .expect(200);
    expect((answer.body as OptionRow[]).map(({ id }) => id)).toEqual(ids);
    const outdated = { listKey: 'relocationType', ids: ids.slice(1) };
    expect((await ours.configurator.post('/api/options/items/reorder').send(outdated)).status).toBe(409);
    await ours.undo((await ours.lastChange('options:relocationType')).id).expect(200);
    expect((await ours.optionsOf('relocationType')).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });
});

describe('usage', () => {
  it('is counted by county, equal to what the rows say', async () => {
    for (const [listKey, key, table_, column] of [
      ['otherMeansType', 'withRelatives', 'safeguards', 'other_means_type'],
      ['planYear', '2018', 'archives', 'plan_year'],
    ] as const) {
      const option = await ours.optionOf(listKey, key);
      const usage = (await ours.configurator.get(`/api/options/items/${option.id}/usage`).expect(200))
        .body as OptionUsage;
      const from = table_ === 'archives' ? 'renovations a join safeguards s on s.renovation_id = a.id' : 'safeguards s';
      const { rows } = await ours.app.owner.query<{ county: string; n: number }>(
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
    await ours.app.owner.query('begin');
    try {
      await ours.app.owner.query(
        `select set_config('anju.actor', (select id::text from up_users where username = 'demo-county'), true)`,
      );
      expect((await ours.app.owner.query(`select * from anju.option_usage('otherMeansType')`)).rows).toEqual([]);
      expect((await ours.app.owner.query(`select anju.option_archives('planYear', '2018') as n`)).rows).toEqual([
        { n: '0' },
      ]);
      expect((await ours.app.owner.query(`select * from anju.evidence_effect('{"requirements":[]}')`)).rows).toEqual(
        [],
      );
      await expect(ours.app.owner.query(`select anju.merge_option(1, 'otherMeansType', 'a', 'b')`)).rejects.toThrow(
        'configurator',
      );
    } finally {
      await ours.app.owner.query('rollback');
    }
  });
});

describe('a merge', () => {
  it('is previewed, made with its approvals kept, journalled, and taken back', async () => {
    const from = await ours.add({ listKey: 'otherMeansType', label: '借住亲戚家' });
    const into = await ours.optionOf('otherMeansType', 'borrowing');
    const { id, status } = await ours.recognise({ otherMeansType: from.key });
    expect(status).toBe(200);
    await ours.app.owner.query(
      `update safeguards set review_state = 'townshipApproved', township_review_date = '2020-06-02',
         township_approved_by = (select id from up_users where username = 'demo-township-reviewer') where household_id = $1`,
      [id],
    );
    const merge = (preview: boolean) =>
      ours.configurator
        .post(`/api/options/items/${from.id}/merge`)
        .send({ version: from.version, into: into.id, preview, reason: '同一种' });
    const previewed = (await merge(true).expect(200)).body as OptionMerged;
    expect(previewed).toMatchObject({
      preview: true,
      households: 1,
      counties: [{ regionCode: COUNTY, households: 1 }],
    });
    const state = async (): Promise<unknown> => {
      const { rows } = await ours.app.owner.query<object>(
        'select other_means_type, review_state from safeguards where household_id = $1',
        [id],
      );
      return rows[0];
    };
    expect(await state()).toEqual({ other_means_type: from.key, review_state: 'townshipApproved' });
    await merge(false).expect(200);
    expect(await state()).toEqual({ other_means_type: 'borrowing', review_state: 'townshipApproved' });
    expect(await ours.optionOf('otherMeansType', from.key)).toMatchObject({ enabled: false });
    const journal = await ours.app.owner.query(
      `select j.action from anju.journal j join safeguards s on s.id = j.subject_id and j.subject_table = 'safeguards'
       where s.household_id = $1 and j.detail ? 'other_means_type' and j.action = 'update' order by j.id desc limit 1`,
      [id],
    );
    expect(journal.rows).toHaveLength(1);
    await ours.undo((await ours.lastChange('options:otherMeansType')).id).expect(200);
    expect(await state()).toEqual({ other_means_type: from.key, review_state: 'townshipApproved' });
    expect(await ours.optionOf('otherMeansType', from.key)).toMatchObject({ enabled: true });
  });

  it('never takes a core option away, nor one into another list', async () => {
    const core = await ours.optionOf('otherMeansType', 'borrowing');
    const local = await ours.add({ listKey: 'otherMeansType', label: '临时安置' });
    const elsewhere = await ours.optionOf('publicHousingType', 'elderlyHome');
    const refused = await ours.configurator
      .post(`/api/options/items/${core.id}/merge`)
      .send({ version: core.version, into: local.id, preview: false });
    expect(refused.status).toBe(422);
    const wrong = await ours.configurator
      .post(`/api/options/items/${local.id}/merge`)
      .send({ version: local.version, into: elsewhere.id, preview: true });
    expect((wrong.body as { errors: object }).errors).toEqual({ into: '只能合并到同一列表的选项' });
  });
});
