import type { HouseholdRecord, RelocationEntryRow, RenovationDetail, RenovationRow } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import {
  COUNTY,
  listAddress,
  OTHER_COUNTY,
  RECOGNITIONS,
  recordOf,
  rowsOf,
  unrecognisedIds,
  withoutArchive,
} from './register';

const DOOR = '/api/registry/renovations';
const VILLAGE = `(select code from regions where level = 5 and code like '${COUNTY}%' order by code limit 1)`;

let app: TestApp;
let clerk: Caller;
let village: string;
let waiting: number[];

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  village = (await one<{ code: string }>(`select ${VILLAGE} as code`)).code;
  waiting = await withoutArchive(app, await unrecognisedIds(app));
});
afterAll(() => app.stop());

async function one<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row> {
  const { rows } = await app.owner.query<Row>(sql, [...values]);
  const [row] = rows;
  if (!row) throw new Error(`No row came of ${sql}`);
  return row;
}

function takeHousehold(): number {
  const id = waiting.shift();
  if (id === undefined) throw new Error('The demonstration holds too few unrecognised households');
  return id;
}

function address(filter: object, more: Readonly<Record<string, string>> = {}): string {
  return `${DOOR}?${new URLSearchParams({ filter: JSON.stringify(filter), ...more }).toString()}`;
}

async function listed(filter: object, who = clerk): Promise<RenovationRow[]> {
  const answer = await who.get(address(filter, { range: '[0,499]' })).expect(200);
  return answer.body as RenovationRow[];
}

async function counted(filter: object): Promise<number> {
  const answer = await clerk.get(address(filter, { range: '[0,0]' })).expect(200);
  return Number(String(answer.headers['content-range']).split('/')[1]);
}

async function entered(fields: object = {}): Promise<RenovationDetail> {
  const answer = await clerk.post(DOOR).send({ regionCode: village, headName: '罗档案', ...fields });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as RenovationDetail;
}

async function openArchive(id: number, who = clerk): Promise<RenovationDetail> {
  return (await who.get(`${DOOR}/${id}`).expect(200)).body as RenovationDetail;
}

async function numberOfHead(household: number): Promise<string> {
  return (
    await one<{ number: string }>('select id_key as number from members where household_id = $1 and is_head', [
      household,
    ])
  ).number;
}

/** An archive of the other county, or another province's, made by the owner. */
async function foreignArchive(region = `${OTHER_COUNTY}001`): Promise<number> {
  return (
    await one<{ id: number }>(
      `insert into renovations (region_code, head_name, id_number, plan_year, renovation_mode, poverty_type)
       values ($1, '远方人', '690402197001010018', 2014, 'houseExchange', 'registeredPoor') returning id`,
      [region],
    )
  ).id;
}

interface JournalEntry {
  readonly region_code: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

async function journalOf(id: number, action: string): Promise<JournalEntry[]> {
  const { rows } = await app.owner.query<{ region_code: string; detail: string }>(
    `select region_code, detail::text as detail from anju.journal
     where subject_table = 'renovations' and subject_id = $1 and action = $2 order by id`,
    [id, action],
  );
  return rows.map(({ region_code, detail }) => ({ region_code, detail: JSON.parse(detail) as JournalEntry['detail'] }));
}

describe('the list of archives', () => {
  it('finds by every condition exactly what the table holds, numbers masked, page by page', async () => {
    const { rows: modes } = await app.owner.query<{ renovation_mode: string; n: number }>(
      `select renovation_mode, count(*)::int as n from renovations where region_code like $1 || '%' group by 1`,
      [COUNTY],
    );
    for (const { renovation_mode, n } of modes)
      expect([renovation_mode, await counted({ renovationMode: renovation_mode })]).toEqual([renovation_mode, n]);
    const { n } = await one<{ n: number }>(
      `select count(*)::int as n from renovations where region_code like $1 || '%' and plan_year in (2016, 2017) and poverty_type = 'registeredPoor'`,
      [COUNTY],
    );
    expect(await counted({ planYear: [2016, 2017], povertyType: 'registeredPoor' })).toBe(n);
    const all = await listed({});
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(({ idNumber }) => idNumber !== null && !idNumber.includes('*'))).toEqual([]);
    const walked: (number | null)[] = [];
    let after: string | undefined;
    do {
      const page = await clerk.get(address({}, { range: '[0,6]', ...(after ? { after } : {}) })).expect(200);
      walked.push(...(page.body as RenovationRow[]).map(({ id }) => id));
      after = page.headers['x-next-cursor'];
    } while (after);
    expect(walked).toEqual(all.map(({ id }) => id));
  });

  it('finds an archive by its head’s name and number', async () => {
    const { id, head_name, number } = await one<{ id: number; head_name: string; number: string }>(
      `select id, head_name, id_key as number from renovations where region_code like $1 || '%' and id_key is not null order by id limit 1`,
      [COUNTY],
    );
    expect((await listed({ idNumber: number })).map((row) => row.id)).toContain(id);
    expect((await listed({ headName: head_name })).map((row) => row.id)).toContain(id);
    const city = await app.as('demo-city');
    expect((await listed({ headName: head_name, idNumber: number }, city)).map((row) => row.id)).toContain(id);
  });

  it('keeps apart what has no household, what is incomplete and what is doubtful', async () => {
    const orphan = await entered({ headName: '无户人' });
    const unlinked = await listed({ tab: 'unlinked' });
    expect(unlinked.map(({ id }) => id)).toContain(orphan.id);
    expect(unlinked.map(({ linkState }) => linkState).filter((state) => state !== 'none')).toEqual([]);
    const [all, linked, rest] = await Promise.all([
      counted({}),
      counted({ linkState: 'linked' }),
      counted({ linkState: 'unlinked' }),
    ]);
    expect([all, rest]).toEqual([linked + rest, unlinked.length]);

    const { n } = await one<{ n: number }>(
      `select count(*)::int as n from safeguards where archive_incomplete and region_code like $1 || '%'`,
      [COUNTY],
    );
    const incomplete = await listed({ tab: 'incomplete' });
    expect([incomplete.length, incomplete.every(({ gaps }) => gaps.length > 0)]).toEqual([n, true]);

    const { doubtful } = await one<{ doubtful: number }>(
      `select count(distinct renovation_id)::int as doubtful from warnings where kind = 'renovationIdentity' and state = 'open' and region_code like $1 || '%'`,
      [COUNTY],
    );
    expect(doubtful).toBeGreaterThan(0);
    const doubts = await listed({ tab: 'doubtful' });
    expect([doubts.length, doubts.every(({ isDoubtful }) => isDoubtful)]).toEqual([doubtful, true]);
    expect((await openArchive(doubts[0]?.id ?? 0)).doubts).toHaveLength(1);
  });

  it('shows a recognised renovation without an archive in the tab 待补录', async () => {
    const id = takeHousehold();
    const { region_code } = await one<{ region_code: string }>('select region_code from households where id = $1', [
      id,
    ]);
    await app.owner.query(
      `insert into safeguards (household_id, region_code, source, kind, entry_person, entry_date, review_state)
       values ($1, $2, 'registry', 'renovation', 'x', '2020-01-01', 'entered')`,
      [id, region_code],
    );
    const row = (await listed({ tab: 'incomplete' })).find(({ household }) => household?.id === id);
    expect(row).toMatchObject({ id: null, planYear: null, linkState: 'recognised' });
  });

  it('refuses conditions that it does not know', async () => {
    for (const filter of [{ headName: '' }, { tab: 'else' }, { planYear: 'x' }, { password: 'x' }]) {
      expect([filter, (await clerk.get(address(filter))).status]).toEqual([filter, 400]);
    }
  });
});

describe('an archive that a clerk enters', () => {
  it('is read back as it was entered, its subsidy the sum of its parts', async () => {
    const archive = await entered({
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
    const created = await journalOf(archive.id, 'create');
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
    const before = await one<{ n: number }>('select count(*)::int as n from renovations');
    const answer = await clerk.post(DOOR).send({ regionCode: village, headName: '罗档案', ...fields });
    const { errors } = answer.body as { errors: Record<string, string> };
    expect(answer.status).toBe(status);
    if (field) expect(errors[field]).toMatch(/[\u4e00-\u9fff]/);
    expect(await one('select count(*)::int as n from renovations')).toEqual(before);
  });

  it('is refused when the person has one of that plan year already', async () => {
    const idNumber = await numberOfHead(takeHousehold());
    await entered({ idNumber, planYear: 2015 });
    const answer = await clerk.post(DOOR).send({ regionCode: village, headName: '又一份', idNumber, planYear: 2015 });
    expect([answer.status, (answer.body as { errors: object }).errors]).toEqual([
      422,
      { idNumber: expect.stringContaining('2015') as string },
    ]);
  });
});

describe('the correction of an archive', () => {
  it('changes only what is sent, computes the sum anew and reaches the household that it is linked to', async () => {
    const household = takeHousehold();
    const { version } = await recordOf(app, household);
    const saved = await clerk
      .put(`/api/registry/households/${household}/safeguard`)
      .send({ version, ...RECOGNITIONS.renovation })
      .expect(200);
    const recognised = saved.body as HouseholdRecord;
    const id = recognised.renovation?.id ?? 0;
    const archive = await openArchive(id);
    const answer = await clerk
      .put(`${DOOR}/${id}`)
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
    const counted = await one<{ mode: string; total: number }>(
      'select renovation_mode as mode, subsidy_total::float as total from safeguards where household_id = $1',
      [household],
    );
    expect(counted).toEqual({ mode: 'repairStrengthen', total: 5_500.5 });
    const changes = (await journalOf(id, 'update')).at(-1)?.detail ?? {};
    expect(Object.keys(changes).sort()).toEqual([
      'renovation_mode',
      'subsidy_central',
      'subsidy_county',
      'subsidy_total',
    ]);
  });

  it('names a conflict with the archive as it stands now, and changes nothing then', async () => {
    const archive = await entered();
    await clerk.put(`${DOOR}/${archive.id}`).send({ version: 1, planYear: 2016 }).expect(200);
    const answer = await clerk.put(`${DOOR}/${archive.id}`).send({ version: 1, planYear: 2017 }).expect(409);
    expect(answer.body).toMatchObject({
      code: 'staleVersion',
      current: { id: archive.id, planYear: 2016, version: 2 },
    });
    expect((await openArchive(archive.id)).planYear).toBe(2016);
  });
});

describe('the link between an archive and a household', () => {
  it('is made by hand with a reason: proposed at once, saved with the recognition, taken apart again', async () => {
    const household = takeHousehold();
    const archive = await entered({
      headName: '另名',
      renovationMode: 'rebuildOnSite',
      originalAppraisalResult: 'gradeC',
    });
    const linked = await clerk
      .post(`${DOOR}/${archive.id}/link`)
      .send({ householdId: household, reason: '户主改名，村委会证明' })
      .expect(200);
    expect(linked.body).toMatchObject({ linkState: 'byHand', household: { id: household } });
    expect(await journalOf(archive.id, 'linkRenovation')).toMatchObject([
      { detail: { householdId: household, reason: '户主改名，村委会证明' }, region_code: archive.regionCode },
    ]);
    const proposed = await recordOf(app, household);
    expect(proposed.renovation).toMatchObject({ id: archive.id, renovationMode: 'rebuildOnSite' });
    const list = await clerk.get(listAddress({ linked: 'renovation' }, { range: '[0,499]' })).expect(200);
    expect(rowsOf(list).find((row) => row.id === household)?.linked).toEqual(['renovation']);
    const saved = await clerk
      .put(`/api/registry/households/${household}/safeguard`)
      .send({ version: proposed.version, ...RECOGNITIONS.renovation, originalAppraisalResult: 'gradeC' })
      .expect(200);
    expect((saved.body as HouseholdRecord).safeguard?.renovationId).toBe(archive.id);

    const parted = await clerk.post(`${DOOR}/${archive.id}/unlink`).send({ reason: '不是这一户' }).expect(200);
    expect(parted.body).toMatchObject({ linkState: 'none', household: null });
    const apart = await recordOf(app, household);
    expect([apart.recognised, apart.renovation, apart.safeguard?.renovationId]).toEqual([true, null, null]);
    expect(await journalOf(archive.id, 'unlinkRenovation')).toHaveLength(1);
  });

  it('does not come back by the number alone once a person has parted them', async () => {
    const household = takeHousehold();
    const archive = await entered({ idNumber: await numberOfHead(household), planYear: 2012 });
    expect(archive).toMatchObject({ linkState: 'byNumber', household: { id: household } });
    expect((await recordOf(app, household)).renovation?.id).toBe(archive.id);
    await clerk.post(`${DOOR}/${archive.id}/unlink`).send({ reason: '同名冒用' }).expect(200);
    expect((await recordOf(app, household)).renovation).toBeNull();
    expect((await openArchive(archive.id)).linkState).toBe('none');
  });

  it('is refused without a reason, for a household of another kind, and for one or an archive that has a link already', async () => {
    const [first, second] = [takeHousehold(), takeHousehold()];
    const [one_, other] = [await entered(), await entered({ headName: '第二份' })];
    const link = (id: number, householdId: number, reason = '核实') =>
      clerk.post(`${DOOR}/${id}/link`).send({ householdId, reason });
    expect((await link(one_.id, first, ' ')).status).toBe(400);
    const { version } = await recordOf(app, second);
    await clerk
      .put(`/api/registry/households/${second}/safeguard`)
      .send({ version, ...RECOGNITIONS.publicHousing })
      .expect(200);
    expect((await link(one_.id, second)).body).toMatchObject({
      errors: { householdId: expect.stringContaining('其他保障方式') as string },
    });
    await link(one_.id, first).expect(200);
    expect((await link(other.id, first)).status).toBe(422);
    expect((await link(one_.id, takeHousehold())).status).toBe(422);
    expect((await clerk.post(`${DOOR}/${other.id}/unlink`).send({ reason: '无' })).status).toBe(422);
  });
});

describe('an archive of another county', () => {
  it('answers as if it did not exist, whatever is asked of it, and no filter tells of it', async () => {
    const id = await foreignArchive();
    const missing = await clerk.get(`${DOOR}/2147483647`);
    const household = takeHousehold();
    const attacks = [
      clerk.get(`${DOOR}/${id}`),
      clerk.put(`${DOOR}/${id}`).send({ version: 1, planYear: 2010 }),
      clerk.post(`${DOOR}/${id}/link`).send({ householdId: household, reason: 'x' }),
      clerk.post(`${DOOR}/${id}/unlink`).send({ reason: 'x' }),
    ];
    for (const attack of attacks) {
      const answer = await attack;
      expect([answer.status, answer.body]).toEqual([404, missing.body]);
    }
    const filters = [
      { headName: '远方人' },
      { idNumber: '690402197001010018' },
      { tab: 'unlinked', headName: '远方人' },
      { planYear: 2014, headName: '远方' },
    ];
    for (const filter of filters) expect([filter, await counted(filter)]).toEqual([filter, 0]);
    expect((await clerk.get(address({ regionCode: OTHER_COUNTY }))).status).toBe(404);
    expect(await one('select plan_year, household_id, version from renovations where id = $1', [id])).toEqual({
      plan_year: 2014,
      household_id: null,
      version: 1,
    });
  });

  it('is shown masked on the record of the household that it belongs to, with the county to call', async () => {
    const household = takeHousehold();
    const id = await foreignArchive();
    await app.owner.query('update renovations set id_number = $2 where id = $1', [id, await numberOfHead(household)]);
    const record = await recordOf(app, household);
    expect(record.renovation).toBeNull();
    expect(record.foreignRenovation).toEqual({
      countyName: expect.stringContaining('西秀') as string,
      headName: '远**',
      planYear: 2014,
      renovationMode: 'houseExchange',
      accepted: null,
      isLinked: false,
    });
    const other = await app.as('demo-other-clerk');
    const theirs = await openArchive(id, other);
    expect([theirs.linkState, theirs.household, theirs.countyElsewhere]).toEqual([
      'elsewhere',
      null,
      expect.stringContaining('紫云'),
    ]);
    const refused = await other.post(`${DOOR}/${id}/link`).send({ householdId: household, reason: '核实' });
    expect(refused.status).toBe(422);
    const own = await entered({ headName: '本县' });
    const foreignHousehold = (await unrecognisedIds(app, OTHER_COUNTY))[0] ?? 0;
    const answer = await clerk.post(`${DOOR}/${own.id}/link`).send({ householdId: foreignHousehold, reason: '核实' });
    const nobody = await clerk.post(`${DOOR}/${own.id}/link`).send({ householdId: 2_147_483_647, reason: '核实' });
    expect([answer.status, answer.body]).toEqual([422, nobody.body]);
  });

  it('is out of reach for the serving role’s own statements, too', async () => {
    const household = (await unrecognisedIds(app, OTHER_COUNTY))[0];
    const archive = await entered({ headName: '直接改' });
    await app.strapi.db
      .transaction(async ({ trx }) => {
        const db = trx as { raw(sql: string, values?: readonly unknown[]): Promise<unknown> };
        await db.raw(`select set_config('anju.lo', '520425', true), set_config('anju.hi', '520426', true)`);
        await expect(
          db.raw('update renovations set household_id = ? where id = ?', [household, archive.id]),
        ).rejects.toMatchObject({ code: '42501' });
        throw new Error('undone');
      })
      .catch((error: Error) => expect(error.message).toBe('undone'));
  });

  it('is masked for those who do not compare numbers with paper', async () => {
    const archive = await entered({ idNumber: await numberOfHead(takeHousehold()), planYear: 2011 });
    const county = await app.as('demo-county');
    const seen = await openArchive(archive.id, county);
    expect([seen.masked, seen.idNumber]).toEqual([true, expect.stringContaining('****')]);
    expect((await county.put(`${DOOR}/${archive.id}`).send({ version: 1, planYear: 2012 })).status).toBe(403);
    expect((await journalOf(archive.id, 'open')).length).toBeGreaterThan(0);
  });
});

describe('the relocation list', () => {
  const entriesAddress = (filter: object) =>
    `/api/registry/relocation-entries?${new URLSearchParams({ filter: JSON.stringify(filter) }).toString()}`;

  it('answers a household’s entry, masked, and stands read-only on its record', async () => {
    const { household_id, entry } = await one<{ household_id: number; entry: number }>(
      `select m.household_id, r.id as entry from relocation_entries r join members m using (id_key)
       where r.region_code like $1 || '%' order by r.id limit 1`,
      [COUNTY],
    );
    const answer = await clerk.get(entriesAddress({ householdId: household_id })).expect(200);
    const rows = answer.body as RelocationEntryRow[];
    expect(rows.map(({ id }) => id)).toContain(entry);
    expect(rows.every(({ idNumber }) => idNumber?.includes('*') === true)).toBe(true);
    const record = await recordOf(app, household_id);
    expect(record.relocationEntry).toMatchObject({
      resettlementMode: rows[0]?.resettlementMode,
      project: rows[0]?.project,
    });
  });

  it('tells nothing of another county', async () => {
    const { household_id } = await one<{ household_id: number }>(
      `select m.household_id from relocation_entries r join members m using (id_key) where r.region_code like $1 || '%' limit 1`,
      [OTHER_COUNTY],
    );
    expect((await clerk.get(entriesAddress({ householdId: household_id })).expect(200)).body).toEqual([]);
    expect((await clerk.get(entriesAddress({ regionCode: OTHER_COUNTY }))).status).toBe(404);
    expect((await clerk.get(entriesAddress({ status: 'x' }))).status).toBe(400);
  });
});
