import type { EvidenceConfig, EvidenceEffect } from '@anju/domain/contracts';
import sharp from 'sharp';
import { RECOGNITIONS } from '../registry/register';
import { Configuring } from './configuring';

let ours: Configuring;

beforeAll(async () => {
  ours = await Configuring.start();
});

afterAll(() => ours.app.stop());

describe('the form', () => {
  it('asks at once for a field that became required, and its version says that something changed', async () => {
    const before = await ours.forms();
    const body = {
      version: before.formVersion,
      part: 'povertyRelocation',
      fields: [{ name: 'confirmedBy', required: true, help: '搬迁办经办人' }],
    };
    await ours.configurator.put('/api/options/forms').send(body).expect(200);
    const after = await ours.forms();
    expect(after.version).toBeGreaterThan(before.version);
    expect((await ours.clerk.get('/api/options/version').expect(200)).body).toEqual({ version: after.version });
    const refused = await ours.recognise(RECOGNITIONS.povertyRelocation);
    expect(refused).toMatchObject({ status: 422, body: { errors: { confirmedBy: '请填写项目主管部门确认人' } } });
    expect((await ours.configurator.put('/api/options/forms').send(body)).status).toBe(409);
    expect(await ours.lastChange('form')).toMatchObject({
      summary: expect.stringContaining('“项目主管部门确认人”改为必填') as unknown,
    });
    await ours.undo((await ours.lastChange('form')).id).expect(200);
    expect((await ours.forms()).safeguard).toEqual(before.safeguard);
    expect(await ours.recognise(RECOGNITIONS.povertyRelocation)).toMatchObject({ status: 200 });
  });

  it.each([
    ['common', 'entryPerson', false],
    ['povertyRelocation', 'notStarted', true],
    ['otherMeans', 'kindNote', true],
    ['otherMeans', 'noSuchField', true],
  ])('of %s does not take %s as required=%s', async (part, name, required) => {
    const { formVersion, safeguard } = await ours.forms();
    const answer = await ours.configurator
      .put('/api/options/forms')
      .send({ version: formVersion, part, fields: [{ name, required }] });
    expect([answer.status, (answer.body as { errors: object }).errors]).toEqual([
      422,
      expect.objectContaining({ [name]: expect.any(String) as unknown }),
    ]);
    expect((await ours.forms()).safeguard).toEqual(safeguard);
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
  const { rows } = await ours.app.owner.query<{ county: string; n: number }>(
    `select left(region_code, 6) as county, count(*)::int as n from warnings
     where kind = 'evidenceMissing' and state <> 'cleared' and explanation ->> 'kind' = 'povertyRelocation' group by 1 order by 1`,
  );
  return rows;
}

describe('the evidence asked for', () => {
  it('is previewed by county, published with the warnings that follow, and taken back', async () => {
    const { evidence, evidenceVersion } = await ours.forms();
    expect(await lacking()).toEqual([]);
    const standing = proposalOf(evidence);
    const proposal = {
      categories: [
        ...standing.categories,
        { key: 'localKeys', label: '钥匙交接单', accepts: 'document', hint: '拍照上传' },
      ],
      requirements: standing.requirements.map((requirement) =>
        requirement.kind === 'povertyRelocation'
          ? { ...requirement, groups: [{ key: 'keys', label: '钥匙交接单', categories: ['localKeys'] }] }
          : requirement,
      ),
    };
    const preview = await ours.configurator.post('/api/options/evidence-categories/preview').send(proposal).expect(200);
    const effect = preview.body as EvidenceEffect;
    expect(effect.missing).toBeGreaterThan(0);
    expect(await lacking()).toEqual([]);
    await ours.configurator
      .put('/api/options/evidence-categories')
      .send({ ...proposal, version: evidenceVersion, reason: '省里要求' })
      .expect(200);
    expect(await lacking()).toEqual(
      effect.counties
        .map(({ regionCode, missing }) => ({ county: regionCode, n: missing }))
        .sort((a, b) => a.county.localeCompare(b.county)),
    );
    const after = await ours.forms();
    expect(after.evidence.categories.at(-1)).toMatchObject({ key: 'localKeys', label: '钥匙交接单' });
    // What the page does not show is kept.
    expect(after.evidence.templates).toEqual(evidence.templates);
    expect(after.evidence.requirements.find(({ kind }) => kind === 'renovation')).toEqual(
      evidence.requirements.find(({ kind }) => kind === 'renovation'),
    );
    // The full run agrees with what publishing wrote.
    const county = await ours.app.as('demo-county');
    expect((await county.post('/api/warnings/scan').send({}).expect(200)).body).toMatchObject({ opened: 0, closed: 0 });
    await ours.undo((await ours.lastChange('evidence')).id).expect(200);
    expect(await lacking()).toEqual([]);
    expect((await ours.forms()).evidence).toEqual(evidence);
  });

  it('is shown by a sample picture, small and without metadata, which can be taken back', async () => {
    const address = '/api/options/evidence-categories/houseFrontPhoto/sample';
    await ours.clerk.get(address).expect(404);
    const photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#7a8b99' } })
      .withExif({ IFD0: { Artist: 'somebody' } })
      .jpeg()
      .toBuffer();
    const { evidence } = await ours.forms();
    await ours.configurator.post(address).attach('file', photo, 'house.jpg').expect(200);
    const shown = await ours.clerk.get(address).expect(200);
    expect(shown.headers['content-type']).toBe('image/jpeg');
    const picture = await sharp(shown.body as Buffer).metadata();
    expect([picture.width, picture.height, picture.exif]).toEqual([320, 240, undefined]);
    const refused = await ours.configurator.post(address).attach('file', Buffer.from('no picture'), 'x.jpg');
    expect(refused.status).toBe(415);
    expect(
      (await ours.configurator.post(address.replace('houseFront', 'noSuch')).attach('file', photo, 'x.jpg')).status,
    ).toBe(404);
    await ours.undo((await ours.lastChange('evidence')).id).expect(200);
    expect((await ours.forms()).evidence).toEqual(evidence);
  });

  it.each([
    [
      'a category that is gone',
      (e: ReturnType<typeof proposalOf>) => ({ ...e, categories: e.categories.slice(1) }),
      422,
    ],
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
    const { evidence, evidenceVersion } = await ours.forms();
    const answer = await ours.configurator
      .put('/api/options/evidence-categories')
      .send({ ...broken(proposalOf(evidence)), version: evidenceVersion });
    expect([answer.status, Object.keys((answer.body as { errors: object }).errors).length > 0]).toEqual([status, true]);
    expect((await ours.forms()).evidence).toEqual(evidence);
  });
});
