import type { ConfigurationRestored, EvidenceConfig, EvidenceEffect } from '@anju/domain/contracts';
import sharp from 'sharp';
import { bytesOf } from '../../harness/bytes';
import { aWordDocument, partOf } from '../../harness/word-document';
import { RECOGNITIONS } from '../registry/register';
import { Configuring } from './configuring';

let ours: Configuring;

beforeAll(async () => {
  ours = await Configuring.start();
});

afterAll(() => ours.app.stop());

const EXTERNAL =
  '<Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://x/y.dotm" TargetMode="External"/>';

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

  it('comes back as shipped, with the households that it concerns counted before', async () => {
    expect((await ours.recognise({})).status).toBe(200);
    const { evidence, evidenceVersion } = await ours.forms();
    const standing = proposalOf(evidence);
    const emptied = standing.requirements.map((entry) =>
      entry.kind === 'otherMeans' ? { ...entry, groups: [] } : entry,
    );
    const added = { key: 'localOld', label: '旧材料', accepts: 'document', hint: '拍照上传' };
    await ours.configurator
      .put('/api/options/evidence-categories')
      .send({ categories: [...standing.categories, added], requirements: emptied, version: evidenceVersion })
      .expect(200);
    const restore = (body: object) =>
      ours.configurator.post('/api/options/restore').send({ subject: 'evidence', ...body });
    const { words, effect, version } = (await restore({ preview: true }).expect(200)).body as ConfigurationRestored;
    expect(words).toEqual(['调整其他方式的佐证材料']);
    expect(effect?.missing).toBeGreaterThan(0);
    await restore({ preview: false, version }).expect(200);
    expect((await ours.forms()).evidence).toEqual({ ...evidence, categories: [...evidence.categories, added] });
    await ours.undo((await ours.lastChange('evidence')).id).expect(200);
    expect((await ours.forms()).evidence.requirements.find(({ kind }) => kind === 'otherMeans')?.groups).toEqual([]);
    // What the restoration left as it was can be taken back after it.
    await ours.undo(version).expect(200);
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

  it('has its papers written on templates of the configurators, whose placeholders are all known', async () => {
    const address = '/api/options/evidence-categories/otherHousingCertificate/template';
    const upload = (file: Buffer, key = 'otherHousingCertificate') =>
      ours.configurator.post(address.replace('otherHousingCertificate', key)).attach('file', file, '证明.docx');
    const refusals = await Promise.all(
      [
        aWordDocument(['兹证明{户主}住在{地址}']),
        aWordDocument(['{县}{户主姓名']),
        aWordDocument(['{#县}{村}{/县}']),
        aWordDocument(['{县}'], { 'word/vbaProject.bin': 'x' }),
        aWordDocument(['{县}'], { 'word/_rels/document.xml.rels': EXTERNAL }),
        aWordDocument(['{县}'], { 'word/header1.xml': '<w:t>{村名}</w:t>' }),
        aWordDocument(['{'.repeat(3000)]),
        Buffer.from('%PDF-1.4'),
      ].map(async (file) => {
        const answer = await upload(file);
        return [answer.status, (answer.body as { errors: { file?: string } }).errors.file];
      }),
    );
    expect(refusals).toEqual([
      [422, expect.stringMatching(/^无法识别的栏目：\{户主\}、\{地址\}。可用的栏目：.*\{户主姓名\}/)],
      [422, '花括号不成对：“{户主姓名完”'],
      [422, expect.stringMatching(/^无法识别的栏目：\{#县\}、\{\/县\}。/)],
      [422, '模板不能带宏，请另存为不含宏的 .docx'],
      [422, '模板引用了外部的文件或图片，请改为插入到文档中'],
      [422, expect.stringMatching(/^无法识别的栏目：\{村名\}。/)],
      [422, '模板内容过多，请只保留证明的正文和必要的图片'],
      [422, expect.stringContaining('不是 Word 文档')],
    ]);
    const { evidence } = await ours.forms();
    const { id } = await ours.recognise({});
    const written = async () =>
      partOf(await bytesOf(ours.clerk, `/api/registry/households/${id}/certificates/otherHousingCertificate`));
    const shipped = await written();
    await upload(aWordDocument(['新式证明：{户主姓名}'])).expect(200);
    expect(await written()).toMatch(/新式证明：(?!\{)/);
    expect(partOf(await bytesOf(ours.configurator, '/api/options/templates/otherHousingCertificate'))).toContain(
      '{户主姓名}',
    );
    await ours.undo((await ours.lastChange('evidence')).id).expect(200);
    expect(await written()).toBe(shipped);
    expect((await ours.forms()).evidence).toEqual(evidence);
    // A paper that had none gets one of its own name.
    const answer = await upload(aWordDocument(['{村}']), 'governmentDocument');
    const { templates } = (answer.body as { evidence: EvidenceConfig }).evidence;
    expect(templates.at(-1)?.name).toMatch(/^《.+》$/);
    await ours.undo((await ours.lastChange('evidence')).id).expect(200);
    expect((await upload(aWordDocument(['{村}']), 'noSuch')).status).toBe(404);
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
