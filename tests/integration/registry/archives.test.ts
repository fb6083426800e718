import type { HouseholdRecord } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { householdsToTake, OTHER_COUNTY, RECOGNITIONS, recordOf, storedState, unrecognisedIds } from './register';

let app: TestApp;
let clerk: Caller;
let takeHousehold: () => number;

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  takeHousehold = await householdsToTake(app);
});

afterAll(() => app.stop());

async function save(id: number, input: object) {
  const { version } = await recordOf(app, id);
  return clerk.put(`/api/registry/households/${id}/safeguard`).send({ version, ...input });
}

async function recognise(id: number, input: object): Promise<HouseholdRecord> {
  const answer = await save(id, input);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as HouseholdRecord;
}

/** An archive of the household's head, where the household is. */
async function archiveOfHead(id: number): Promise<number> {
  const { rows } = await app.owner.query<{ id: number }>(
    `insert into renovations (region_code, head_name, id_number, original_appraisal_result, plan_year, renovation_mode)
     select m.region_code, m.name, m.registry_id_number, 'gradeC', 2016, 'rebuildOnSite'
     from members m where m.household_id = $1 and m.is_head returning id`,
    [id],
  );
  return rows[0]?.id ?? 0;
}

describe('the renovation archive of a recognised household', () => {
  it('is opened in the head’s name and counts as incomplete until all of it is there', async () => {
    const id = takeHousehold();
    const first = await recognise(id, RECOGNITIONS.renovation);
    expect(first.renovation).toMatchObject({ headName: first.headName, regionCode: first.regionCode });
    expect(await archiveIncomplete(id)).toBe(true);
    const complete = {
      ...RECOGNITIONS.renovation,
      renovationMode: 'repairStrengthen',
      constructionMode: 'selfBuilt',
      planYear: 2018,
      subsidyTotal: 12500.5,
      startDate: '2018-03-01',
      completionDate: '2018-10-20',
      accepted: true,
      acceptedBy: '李验收',
    };
    const second = await recognise(id, complete);
    expect(second.renovation).toMatchObject({
      id: first.renovation?.id,
      planYear: 2018,
      subsidyTotal: 12500.5,
      accepted: true,
    });
    expect(await archiveIncomplete(id)).toBe(false);
  });

  it('is the one that already holds a person of the household, and keeps what it says', async () => {
    const id = takeHousehold();
    const archive = await archiveOfHead(id);
    const shown = await recordOf(app, id);
    expect(shown.renovation?.id).toBe(archive);
    const record = await recognise(id, { ...RECOGNITIONS.renovation, originalAppraisalResult: 'gradeC' });
    expect(record.safeguard?.renovationId).toBe(archive);
    expect(record.renovation).toMatchObject({ planYear: 2016, renovationMode: 'rebuildOnSite' });
  });

  it('stays linked, and is not opened again, when the household moved away from it', async () => {
    const id = takeHousehold();
    const { renovation } = await recognise(id, RECOGNITIONS.renovation);
    await app.owner.query(`update renovations set region_code = '${OTHER_COUNTY}104' where id = $1`, [renovation?.id]);
    const before = await storedState(app, id);
    const answer = await save(id, RECOGNITIONS.renovation);
    const { errors } = answer.body as { errors: Record<string, string> };
    expect([answer.status, errors.kind]).toEqual([422, expect.stringContaining('在其他乡镇/县')]);
    expect(await storedState(app, id)).toEqual(before);
    const { rows } = await app.owner.query('select renovation_id from safeguards where household_id = $1', [id]);
    expect(rows).toEqual([{ renovation_id: renovation?.id }]);
  });

  it('is no other household’s, wherever that one is', async () => {
    const id = takeHousehold();
    const [elsewhere] = await unrecognisedIds(app, OTHER_COUNTY);
    const archive = await archiveOfHead(id);
    const link = `insert into safeguards (household_id, region_code, source, kind, entry_person, entry_date, review_state, renovation_id)
      select id, region_code, source, 'renovation', 'x', '2020-01-01', 'entered', $2::integer from households where id = $1`;
    await app.owner.query(link, [elsewhere, archive]);
    const before = await storedState(app, id);
    const answer = await save(id, { ...RECOGNITIONS.renovation, originalAppraisalResult: 'gradeC' });
    expect([answer.status, answer.body]).toEqual([
      422,
      expect.objectContaining({ errors: { kind: '该危房改造档案已关联其他户' } }),
    ]);
    expect(await storedState(app, id)).toEqual(before);
    await expect(app.owner.query(link, [id, archive])).rejects.toMatchObject({ code: '23505' });
    // So it is for a household that is recognised already, and signed by its township on paper in the same save.
    await recognise(id, RECOGNITIONS.originalSafe);
    const recognised = await storedState(app, id);
    const signed = { townshipReviewer: '王审核', townshipReviewDate: RECOGNITIONS.renovation.entryDate };
    const again = await save(id, { ...RECOGNITIONS.renovation, ...signed, originalAppraisalResult: 'gradeC' });
    expect([again.status, again.body]).toEqual([
      422,
      expect.objectContaining({ errors: { kind: '该危房改造档案已关联其他户' } }),
    ]);
    expect(await storedState(app, id)).toEqual(recognised);
  });
});

async function archiveIncomplete(id: number): Promise<boolean | undefined> {
  const { rows } = await app.owner.query<{ archive_incomplete: boolean }>(
    'select archive_incomplete from safeguards where household_id = $1',
    [id],
  );
  return rows[0]?.archive_incomplete;
}
