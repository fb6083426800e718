import type { HouseholdRecord, RelocationEntryRow } from '@anju/domain/contracts';
import { startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, listAddress, OTHER_COUNTY, RECOGNITIONS, recordOf, rowsOf, unrecognisedIds } from './register';
import { type Archives, archivesOf, RENOVATIONS } from './renovations';

let app: TestApp;
let archives: Archives;

beforeAll(async () => {
  app = await startTestApp();
  archives = await archivesOf(app);
});
afterAll(() => app.stop());

describe('the link between an archive and a household', () => {
  it('is made by hand with a reason: proposed at once, saved with the recognition, taken apart again', async () => {
    const household = archives.takeHousehold();
    const archive = await archives.entered({
      headName: '另名',
      renovationMode: 'rebuildOnSite',
      originalAppraisalResult: 'gradeC',
    });
    const linked = await archives.clerk
      .post(`${RENOVATIONS}/${archive.id}/link`)
      .send({ householdId: household, reason: '户主改名，村委会证明' })
      .expect(200);
    expect(linked.body).toMatchObject({ linkState: 'byHand', household: { id: household } });
    expect(await archives.journalOf(archive.id, 'linkRenovation')).toMatchObject([
      { detail: { householdId: household, reason: '户主改名，村委会证明' }, region_code: archive.regionCode },
    ]);
    const proposed = await recordOf(app, household);
    expect(proposed.renovation).toMatchObject({ id: archive.id, renovationMode: 'rebuildOnSite' });
    const list = await archives.clerk.get(listAddress({ linked: 'renovation' }, { range: '[0,499]' })).expect(200);
    expect(rowsOf(list).find((row) => row.id === household)?.linked).toEqual(['renovation']);
    const saved = await archives.clerk
      .put(`/api/registry/households/${household}/safeguard`)
      .send({ version: proposed.version, ...RECOGNITIONS.renovation, originalAppraisalResult: 'gradeC' })
      .expect(200);
    expect((saved.body as HouseholdRecord).safeguard?.renovationId).toBe(archive.id);

    const parted = await archives.clerk
      .post(`${RENOVATIONS}/${archive.id}/unlink`)
      .send({ reason: '不是这一户' })
      .expect(200);
    expect(parted.body).toMatchObject({ linkState: 'none', household: null });
    const apart = await recordOf(app, household);
    expect([apart.recognised, apart.renovation, apart.safeguard?.renovationId]).toEqual([true, null, null]);
    expect(await archives.journalOf(archive.id, 'unlinkRenovation')).toHaveLength(1);
  });

  it('does not come back by the number alone once a person has parted them', async () => {
    const household = archives.takeHousehold();
    const archive = await archives.entered({ idNumber: await archives.numberOfHead(household), planYear: 2012 });
    expect(archive).toMatchObject({ linkState: 'byNumber', household: { id: household } });
    expect((await recordOf(app, household)).renovation?.id).toBe(archive.id);
    await archives.clerk.post(`${RENOVATIONS}/${archive.id}/unlink`).send({ reason: '同名冒用' }).expect(200);
    expect((await recordOf(app, household)).renovation).toBeNull();
    expect((await archives.openArchive(archive.id)).linkState).toBe('none');
  });

  it('is refused without a reason, for a household of another kind, and for one or an archive that has a link already', async () => {
    const [first, second] = [archives.takeHousehold(), archives.takeHousehold()];
    const [one_, other] = [await archives.entered(), await archives.entered({ headName: '第二份' })];
    const link = (id: number, householdId: number, reason = '核实') =>
      archives.clerk.post(`${RENOVATIONS}/${id}/link`).send({ householdId, reason });
    expect((await link(one_.id, first, ' ')).status).toBe(400);
    const { version } = await recordOf(app, second);
    await archives.clerk
      .put(`/api/registry/households/${second}/safeguard`)
      .send({ version, ...RECOGNITIONS.publicHousing })
      .expect(200);
    expect((await link(one_.id, second)).body).toMatchObject({
      errors: { householdId: expect.stringContaining('其他保障方式') as string },
    });
    await link(one_.id, first).expect(200);
    expect((await link(other.id, first)).status).toBe(422);
    expect((await link(one_.id, archives.takeHousehold())).status).toBe(422);
    expect((await archives.clerk.post(`${RENOVATIONS}/${other.id}/unlink`).send({ reason: '无' })).status).toBe(422);
  });
});

describe('an archive of another county', () => {
  it('answers as if it did not exist, whatever is asked of it, and no filter tells of it', async () => {
    const id = await archives.foreignArchive();
    const missing = await archives.clerk.get(`${RENOVATIONS}/2147483647`);
    const household = archives.takeHousehold();
    const attacks = [
      archives.clerk.get(`${RENOVATIONS}/${id}`),
      archives.clerk.put(`${RENOVATIONS}/${id}`).send({ version: 1, planYear: 2010 }),
      archives.clerk.post(`${RENOVATIONS}/${id}/link`).send({ householdId: household, reason: 'x' }),
      archives.clerk.post(`${RENOVATIONS}/${id}/unlink`).send({ reason: 'x' }),
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
    for (const filter of filters) expect([filter, await archives.counted(filter)]).toEqual([filter, 0]);
    expect((await archives.clerk.get(archives.address({ regionCode: OTHER_COUNTY }))).status).toBe(404);
    expect(await archives.one('select plan_year, household_id, version from renovations where id = $1', [id])).toEqual({
      plan_year: 2014,
      household_id: null,
      version: 1,
    });
  });

  it('is shown masked on the record of the household that it belongs to, with the county to call', async () => {
    const household = archives.takeHousehold();
    const id = await archives.foreignArchive();
    await app.owner.query('update renovations set id_number = $2 where id = $1', [
      id,
      await archives.numberOfHead(household),
    ]);
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
    const theirs = await archives.openArchive(id, other);
    expect([theirs.linkState, theirs.household, theirs.countyElsewhere]).toEqual([
      'elsewhere',
      null,
      expect.stringContaining('紫云'),
    ]);
    const refused = await other.post(`${RENOVATIONS}/${id}/link`).send({ householdId: household, reason: '核实' });
    expect(refused.status).toBe(422);
    const own = await archives.entered({ headName: '本县' });
    const foreignHousehold = (await unrecognisedIds(app, OTHER_COUNTY))[0] ?? 0;
    const answer = await archives.clerk
      .post(`${RENOVATIONS}/${own.id}/link`)
      .send({ householdId: foreignHousehold, reason: '核实' });
    const nobody = await archives.clerk
      .post(`${RENOVATIONS}/${own.id}/link`)
      .send({ householdId: 2_147_483_647, reason: '核实' });
    expect([answer.status, answer.body]).toEqual([422, nobody.body]);
  });

  it('is out of reach for the serving role’s own statements, too', async () => {
    const household = (await unrecognisedIds(app, OTHER_COUNTY))[0];
    const archive = await archives.entered({ headName: '直接改' });
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
    const archive = await archives.entered({
      idNumber: await archives.numberOfHead(archives.takeHousehold()),
      planYear: 2011,
    });
    const county = await app.as('demo-county');
    const seen = await archives.openArchive(archive.id, county);
    expect([seen.masked, seen.idNumber]).toEqual([true, expect.stringContaining('****')]);
    expect((await county.put(`${RENOVATIONS}/${archive.id}`).send({ version: 1, planYear: 2012 })).status).toBe(403);
    expect((await archives.journalOf(archive.id, 'open')).length).toBeGreaterThan(0);
  });
});

describe('the relocation list', () => {
  const entriesAddress = (filter: object) =>
    `/api/registry/relocation-entries?${new URLSearchParams({ filter: JSON.stringify(filter) }).toString()}`;

  it('answers a household’s entry, masked, and stands read-only on its record', async () => {
    const { household_id, entry } = await archives.one<{ household_id: number; entry: number }>(
      `select m.household_id, r.id as entry from relocation_entries r join members m using (id_key)
       where r.region_code like $1 || '%' order by r.id limit 1`,
      [COUNTY],
    );
    const answer = await archives.clerk.get(entriesAddress({ householdId: household_id })).expect(200);
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
    const { household_id } = await archives.one<{ household_id: number }>(
      `select m.household_id from relocation_entries r join members m using (id_key) where r.region_code like $1 || '%' limit 1`,
      [OTHER_COUNTY],
    );
    expect((await archives.clerk.get(entriesAddress({ householdId: household_id })).expect(200)).body).toEqual([]);
    expect((await archives.clerk.get(entriesAddress({ regionCode: OTHER_COUNTY }))).status).toBe(404);
    expect((await archives.clerk.get(entriesAddress({ status: 'x' }))).status).toBe(400);
  });
});
