import type { HouseholdRecord, RenovationDetail, RenovationRow } from '@anju/domain/contracts';
import { startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, OTHER_COUNTY, RECOGNITIONS, recordOf } from './register';
import { type Archives, archivesOf, RENOVATIONS } from './renovations';

let app: TestApp;
let archives: Archives;

beforeAll(async () => {
  app = await startTestApp();
  archives = await archivesOf(app);
});
afterAll(() => app.stop());

describe('the list of archives', () => {
  it('finds by every condition exactly what the table holds, numbers masked, page by page', async () => {
    const { rows: modes } = await app.owner.query<{ renovation_mode: string; n: number }>(
      `select renovation_mode, count(*)::int as n from renovations where region_code like $1 || '%' group by 1`,
      [COUNTY],
    );
    for (const { renovation_mode, n } of modes)
      expect([renovation_mode, await archives.counted({ renovationMode: renovation_mode })]).toEqual([
        renovation_mode,
        n,
      ]);
    const { n } = await archives.one<{ n: number }>(
      `select count(*)::int as n from renovations where region_code like $1 || '%' and plan_year in (2016, 2017) and poverty_type = 'registeredPoor'`,
      [COUNTY],
    );
    expect(await archives.counted({ planYear: [2016, 2017], povertyType: 'registeredPoor' })).toBe(n);
    const all = await archives.listed({});
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(({ idNumber }) => idNumber !== null && !idNumber.includes('*'))).toEqual([]);
    const walked: (number | null)[] = [];
    let after: string | undefined;
    do {
      const page = await archives.clerk
        .get(archives.address({}, { range: '[0,6]', ...(after ? { after } : {}) }))
        .expect(200);
      walked.push(...(page.body as RenovationRow[]).map(({ id }) => id));
      after = page.headers['x-next-cursor'];
    } while (after);
    expect(walked).toEqual(all.map(({ id }) => id));
  });

  it('finds an archive by its head’s name and number', async () => {
    const { id, head_name, number } = await archives.one<{ id: number; head_name: string; number: string }>(
      `select id, head_name, id_key as number from renovations where region_code like $1 || '%' and id_key is not null order by id limit 1`,
      [COUNTY],
    );
    expect((await archives.listed({ idNumber: number })).map((row) => row.id)).toContain(id);
    expect((await archives.listed({ headName: head_name })).map((row) => row.id)).toContain(id);
    const city = await app.as('demo-city');
    expect((await archives.listed({ headName: head_name, idNumber: number }, city)).map((row) => row.id)).toContain(id);
  });

  it('keeps apart what has no household, what is incomplete and what is doubtful', async () => {
    const orphan = await archives.entered({ headName: '无户人' });
    const unlinked = await archives.listed({ tab: 'unlinked' });
    expect(unlinked.map(({ id }) => id)).toContain(orphan.id);
    expect(unlinked.map(({ linkState }) => linkState).filter((state) => state !== 'none')).toEqual([]);
    const [all, linked, rest] = await Promise.all([
      archives.counted({}),
      archives.counted({ linkState: 'linked' }),
      archives.counted({ linkState: 'unlinked' }),
    ]);
    expect([all, rest]).toEqual([linked + rest, unlinked.length]);

    const { n } = await archives.one<{ n: number }>(
      `select count(*)::int as n from safeguards where archive_incomplete and region_code like $1 || '%'`,
      [COUNTY],
    );
    const incomplete = await archives.listed({ tab: 'incomplete' });
    expect([incomplete.length, incomplete.every(({ gaps }) => gaps.length > 0)]).toEqual([n, true]);

    const { doubtful } = await archives.one<{ doubtful: number }>(
      `select count(distinct renovation_id)::int as doubtful from warnings where kind = 'renovationIdentity' and state = 'open' and region_code like $1 || '%'`,
      [COUNTY],
    );
    expect(doubtful).toBeGreaterThan(0);
    const doubts = await archives.listed({ tab: 'doubtful' });
    expect([doubts.length, doubts.every(({ isDoubtful }) => isDoubtful)]).toEqual([doubtful, true]);
    expect((await archives.openArchive(doubts[0]?.id ?? 0)).doubts).toHaveLength(1);
  });

  it('follows who comes and goes with its number, whoever writes', async () => {
    const number = '520102198503151211';
    const { id } = await archives.entered({ headName: '后来人', idNumber: number });
    const isUnlinked = async () => (await archives.listed({ tab: 'unlinked' })).some((row) => row.id === id);
    const household = archives.takeHousehold();
    expect(await isUnlinked()).toBe(true);
    const write = (sql: string, ...values: readonly unknown[]) => app.owner.query(sql, [household, ...values]);
    await write('update members set corrected_id_number = $2 where household_id = $1 and is_head', number);
    expect(await isUnlinked()).toBe(false);
    await write('update members set vanished_at = now() where household_id = $1 and is_head');
    expect(await isUnlinked()).toBe(true);
    await write(
      'update members set vanished_at = null, corrected_id_number = null where household_id = $1 and is_head',
    );
    await write(
      `insert into members (household_id, region_code, name, is_head, registry_id_number) select $1, region_code, '添丁', false, $2 from households where id = $1`,
      number,
    );
    expect(await isUnlinked()).toBe(false);
    await write(`delete from members where household_id = $1 and name = '添丁'`);
    expect(await isUnlinked()).toBe(true);
    await app.owner.query('update renovations set household_id = $1 where id = $2', [household, id]);
    expect(await isUnlinked()).toBe(false);
    await app.owner.query('update renovations set household_id = null, id_number = null where id = $1', [id]);
    expect(await isUnlinked()).toBe(true);
    const table = 'select renovation_id, region_code from anju.unlinked_archive order by 1';
    const kept = (await app.owner.query(table)).rows;
    await app.owner.query('select anju.settle_unlinked(null)');
    expect((await app.owner.query(table)).rows).toEqual(kept);
  });

  it('shows a recognised renovation without an archive in the tab 待补录', async () => {
    const id = archives.takeHousehold();
    const { region_code } = await archives.one<{ region_code: string }>(
      'select region_code from households where id = $1',
      [id],
    );
    await app.owner.query(
      `insert into safeguards (household_id, region_code, source, kind, entry_person, entry_date, review_state)
       values ($1, $2, 'registry', 'renovation', 'x', '2020-01-01', 'entered')`,
      [id, region_code],
    );
    const row = (await archives.listed({ tab: 'incomplete' })).find(({ household }) => household?.id === id);
    expect(row).toMatchObject({ id: null, planYear: null, linkState: 'recognised' });
  });

  it('refuses conditions that it does not know', async () => {
    for (const filter of [{ headName: '' }, { tab: 'else' }, { planYear: 'x' }, { password: 'x' }]) {
      expect([filter, (await archives.clerk.get(archives.address(filter))).status]).toEqual([filter, 400]);
    }
  });
});

describe('an archive that a archives.clerk enters', () => {
  it('is read back as it was entered, its subsidy the sum of its parts', async () => {
    const archive = await archives.entered({
      povertyType: 'subsistenceAllowance',
      personCount: 3,
      originalAppraisalResult: 'gradeD',
      renovationMode: 'rebuildOnSite',
      constructionMode: 'selfBuilt',
      planYear: 2018,
      subsidyCentral: 14_000.1,
      subsidyProvince: 8_000.2,
      selfRaised: 20_000,
      startDate: '2018-03-01',
      completionDate: '2018-10-01',
      accepted: true,
      acceptedBy: '李验收',
      members: [{ name: '罗妻', relationToHead: '配偶' }],
    });
    expect(archive).toMatchObject({ subsidyTotal: 22_000.3, gaps: [], linkState: 'none', version: 1, masked: false });
    expect(archive.members).toEqual([{ name: '罗妻', relationToHead: '配偶', idNumber: null }]);
    const created = await archives.journalOf(archive.id, 'create');
    expect(created).toHaveLength(1);
  });

  it.each([
    ['a head without a name', { headName: ' ' }, 400, 'headName'],
    ['an unknown option', { renovationMode: 'castle' }, 422, 'renovationMode'],
    ['“other” without its note', { renovationMode: 'other' }, 422, 'modeNote'],
    ['an end before the beginning', { startDate: '2018-05-01', completionDate: '2018-04-01' }, 422, 'completionDate'],
    ['a date to come', { startDate: '2999-01-01' }, 422, 'startDate'],
    ['a number with a wrong check character', { idNumber: '690425199001011230' }, 422, 'idNumber'],
    ['a total that is not the sum', { subsidyCentral: 1000, subsidyTotal: 900 }, 422, 'subsidyTotal'],
    ['a place of another county', { regionCode: `${OTHER_COUNTY}001` }, 422, 'regionCode'],
    ['a place above a township', { regionCode: COUNTY }, 422, 'regionCode'],
    ['a field that is not a person’s to write', { version: 3 }, 400, undefined],
  ])('is refused with %s, and nothing is written', async (_what, fields, status, field) => {
    const before = await archives.one<{ n: number }>('select count(*)::int as n from renovations');
    const answer = await archives.clerk
      .post(RENOVATIONS)
      .send({ regionCode: archives.village, headName: '罗档案', ...fields });
    const { errors } = answer.body as { errors: Record<string, string> };
    expect(answer.status).toBe(status);
    if (field) expect(errors[field]).toMatch(/[\u4e00-\u9fff]/);
    expect(await archives.one('select count(*)::int as n from renovations')).toEqual(before);
  });

  it('is refused when the person has one of that plan year already', async () => {
    const idNumber = await archives.numberOfHead(archives.takeHousehold());
    await archives.entered({ idNumber, planYear: 2015 });
    const answer = await archives.clerk
      .post(RENOVATIONS)
      .send({ regionCode: archives.village, headName: '又一份', idNumber, planYear: 2015 });
    expect([answer.status, (answer.body as { errors: object }).errors]).toEqual([
      422,
      { idNumber: expect.stringContaining('2015') as string },
    ]);
  });
});

describe('the correction of an archive', () => {
  it('changes only what is sent, computes the sum anew and reaches the household that it is linked to', async () => {
    const household = archives.takeHousehold();
    const { version } = await recordOf(app, household);
    const saved = await archives.clerk
      .put(`/api/registry/households/${household}/safeguard`)
      .send({ version, ...RECOGNITIONS.renovation })
      .expect(200);
    const recognised = saved.body as HouseholdRecord;
    const id = recognised.renovation?.id ?? 0;
    const archive = await archives.openArchive(id);
    const answer = await archives.clerk
      .put(`${RENOVATIONS}/${id}`)
      .send({
        version: archive.version,
        renovationMode: 'repairStrengthen',
        subsidyCentral: 5_000,
        subsidyCounty: 500.5,
      })
      .expect(200);
    expect(answer.body).toMatchObject({
      renovationMode: 'repairStrengthen',
      subsidyTotal: 5_500.5,
      originalAppraisalResult: 'gradeD',
      version: archive.version + 1,
    });
    const after = await recordOf(app, household);
    expect(after.version).toBeGreaterThan(recognised.version);
    const counted = await archives.one<{ mode: string; total: number }>(
      'select renovation_mode as mode, subsidy_total::float as total from safeguards where household_id = $1',
      [household],
    );
    expect(counted).toEqual({ mode: 'repairStrengthen', total: 5_500.5 });
    const changes = (await archives.journalOf(id, 'update')).at(-1)?.detail ?? {};
    expect(Object.keys(changes).sort()).toEqual([
      'renovation_mode',
      'subsidy_central',
      'subsidy_county',
      'subsidy_total',
    ]);
  });

  it('adds, corrects and takes out members, and names a wrong number at its row', async () => {
    const { id, version } = await archives.entered({ members: [{ name: '罗妻', relationToHead: '配偶' }] });
    const correct = (body: object) => archives.clerk.put(`${RENOVATIONS}/${id}`).send(body);
    const members = [
      { name: '罗妻', relationToHead: '配偶' },
      { name: '罗子', relationToHead: '之子', idNumber: '11010519491231002x' },
    ];
    const wrong = await correct({ version, members: [...members, { name: '罗女', idNumber: '123' }] }).expect(422);
    expect(Object.keys((wrong.body as { errors: object }).errors)).toEqual(['members.2.idNumber']);
    const saved = (await correct({ version, members }).expect(200)).body as RenovationDetail;
    expect(saved.members.map(({ name }) => name)).toEqual(['罗妻', '罗子']);
    const fewer = (await correct({ version: saved.version, members: members.slice(1) }).expect(200))
      .body as RenovationDetail;
    expect(fewer.members.map(({ name, idNumber }) => [name, idNumber])).toEqual([['罗子', '11010519491231002x']]);
  });

  it('names a conflict with the archive as it stands now, and changes nothing then', async () => {
    const archive = await archives.entered();
    await archives.clerk.put(`${RENOVATIONS}/${archive.id}`).send({ version: 1, planYear: 2016 }).expect(200);
    const answer = await archives.clerk
      .put(`${RENOVATIONS}/${archive.id}`)
      .send({ version: 1, planYear: 2017 })
      .expect(409);
    expect(answer.body).toMatchObject({
      code: 'staleVersion',
      current: { id: archive.id, planYear: 2016, version: 2 },
    });
    expect((await archives.openArchive(archive.id)).planYear).toBe(2016);
  });
});
