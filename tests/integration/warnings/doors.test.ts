import { checkCharacter } from '@anju/domain';
import type { HouseholdRecord, HouseholdRow, WarningCounts, WarningRow } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, listAddress, recordOf } from '../registry/register';
import { address, firstOpen, storedWarnings, warnings } from './asking';

let app: TestApp;
let clerk: Caller;
let county: Caller;
let province: Caller;

beforeAll(async () => {
  app = await startTestApp();
  [clerk, county, province] = [await app.as('demo-clerk'), await app.as('demo-county'), await app.as('demo-province')];
});

afterAll(() => app.stop());

const stored = (condition: string) => storedWarnings(app, condition);

function householdOf({ householdId }: WarningRow): number {
  if (householdId === null) throw new Error('The warning stands with an archive only');
  return householdId;
}

describe('the list of warnings', () => {
  it('shows those of the caller’s region by kind and state, each with its sentence and no number in full', async () => {
    const rows = await warnings(clerk, { state: 'open' });
    expect(rows).toHaveLength(await stored(`state = 'open' and region_code like '${COUNTY}%'`));
    expect(rows.every(({ regionCode, message }) => regionCode.startsWith(COUNTY) && message.length > 10)).toBe(true);
    expect(JSON.stringify(rows)).not.toMatch(/\d{15}|\d{17}X/);
    const kinds = await warnings(clerk, { kind: ['idError', 'incomplete'], state: 'open' });
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['idError', 'incomplete']));
  });

  it('pages by range and by cursor over the same rows', async () => {
    const all = await warnings(province, {});
    const first = await province.get(address({}, { range: '[0,4]' })).expect(200);
    expect(first.headers['content-range']).toBe(`warnings 0-4/${all.length}`);
    const next = await province
      .get(address({}, { range: '[0,4]', after: String(first.headers['x-next-cursor']) }))
      .expect(200);
    const ids = [...(first.body as WarningRow[]), ...(next.body as WarningRow[])].map(({ id }) => id);
    expect(ids).toEqual(all.slice(0, 10).map(({ id }) => id));
  });

  it.each([
    [{ kind: 'tent' }, 'kind'],
    [{ state: 'gone' }, 'state'],
    [{ householdId: 'x' }, 'householdId'],
    [{ surprise: 1 }, 'surprise'],
  ])('refuses %j at its field', async (filter, field) => {
    const answer = await clerk.get(address(filter)).expect(400);
    expect(Object.keys((answer.body as { errors: object }).errors)).toEqual([field]);
  });

  it('answers a county of another city as if it did not exist', async () => {
    await clerk.get(address({ regionCode: '5203' })).expect(404);
  });

  it('counts by kind and state what it lists', async () => {
    const answer = await county.get('/api/warnings/counts').expect(200);
    const { counts, unsettled, rules } = answer.body as WarningCounts;
    const open = counts.filter(({ state }) => state === 'open').reduce((sum, { count }) => sum + count, 0);
    expect(open).toBe((await warnings(county, { state: 'open' })).length);
    expect(unsettled).toBe(
      new Set((await warnings(county, { state: 'open' })).flatMap(({ householdId }) => householdId ?? [])).size,
    );
    expect(rules).toHaveLength(6);
    expect(rules.flatMap(({ sleeping }) => sleeping)).toEqual([]);
  });

  it('says which list a county lacks', async () => {
    const city = await app.as('demo-city');
    const answer = await city.get('/api/warnings/counts').expect(200);
    const { rules } = answer.body as WarningCounts;
    const identity = rules.find(({ kind }) => kind === 'renovationIdentity');
    expect(identity?.sleeping).toEqual([{ list: 'household', counties: 4, ofCounties: 6 }]);
  });
});

describe('a household', () => {
  it('carries the count in its row and the warnings in its record', async () => {
    const warning = await firstOpen(clerk, 'idError');
    const record = await recordOf(app, householdOf(warning));
    expect(record.warnings.map(({ id, message }) => [id, message])).toContainEqual([warning.id, warning.message]);
    const rows = (await clerk.get(listAddress({ hasWarning: true }, { range: '[0,499]' })).expect(200))
      .body as HouseholdRow[];
    expect(rows.find(({ id }) => id === record.id)?.warningCount).toBe(record.warnings.length);
  });

  it.each([
    ['in the whole city', {}],
    ['among the recognised of two kinds', { kind: ['originalSafe', 'renovation'] }],
    ['among the unrecognised', { recognised: false }],
  ])('is found by having a warning or none %s', async (_where, condition) => {
    const city = await app.as('demo-city');
    const ids = async (filter: object) => {
      const answer = await city.get(listAddress({ ...condition, ...filter }, { range: '[0,499]' })).expect(200);
      const rows = answer.body as HouseholdRow[];
      expect(answer.headers['content-range']).toMatch(new RegExp(`/${rows.length}$`));
      return rows;
    };
    const [all, warned, others] = [await ids({}), await ids({ hasWarning: true }), await ids({ hasWarning: false })];
    expect(warned.length).toBeGreaterThan(0);
    expect(warned.every(({ warningCount }) => warningCount > 0)).toBe(true);
    expect(others.every(({ warningCount }) => warningCount === 0)).toBe(true);
    expect([...warned, ...others].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    expect(warned.map(({ id }) => id)).toEqual(all.filter(({ warningCount }) => warningCount > 0).map(({ id }) => id));
  });
});

describe('a save', () => {
  it('of a number opens and clears the warnings of both sides of a duplicate, in its own answer', async () => {
    const { rows } = await app.owner.query<{ household: number; member: number; version: number; number: string }>(
      `select h.id as household, m.id as member, h.version, m.registry_id_number as number
       from households h join members m on m.household_id = h.id and m.is_head
       where h.region_code like '${COUNTY}%' and not exists (select from warnings w where w.household_id = h.id) order by h.id limit 2`,
    );
    const [one, other] = rows;
    if (!one || !other) throw new Error('There are no two households without a warning');
    const correct = async (version: number, correctedIdNumber: string | null) => {
      const body = { version, members: [{ id: one.member, correctedIdNumber }] };
      const answer = await clerk.put(`/api/registry/households/${one.household}`).send(body).expect(200);
      return answer.body as HouseholdRecord;
    };
    const duplicate = await correct(one.version, other.number);
    expect(duplicate.warnings).toMatchObject([
      { kind: 'idError', explanation: { errors: ['duplicate'], otherCount: 1 } },
    ]);
    expect((await recordOf(app, other.household)).warnings).toMatchObject([{ kind: 'idError' }]);
    const mended = await correct(duplicate.version, null);
    expect(mended.warnings).toEqual([]);
    expect(await stored(`household_id in (${one.household}, ${other.household}) and state = 'cleared'`)).toBe(2);
  });
});

describe('two savers of one person at the same time', () => {
  it('see each other: both households are warned', async () => {
    const { rows } = await app.owner.query<{ household: number; member: number; version: number }>(
      `select h.id as household, m.id as member, h.version from households h join members m on m.household_id = h.id and m.is_head
       where h.region_code like '${COUNTY}%' and not exists (select from warnings w where w.household_id = h.id)
       order by h.id offset 4 limit 8`,
    );
    const saved = await Promise.all(
      rows.map(({ household, member, version }) =>
        clerk
          .put(`/api/registry/households/${household}`)
          .send({ version, members: [{ id: member, correctedIdNumber: FREE_NUMBER }] }),
      ),
    );
    expect(saved.map(({ status }) => status)).toEqual(rows.map(() => 200));
    const ids = rows.map(({ household }) => household);
    const { rows: found } = await app.owner.query<{ household_id: number; other_count: number }>(
      `select household_id, (explanation ->> 'otherCount')::integer as other_count from warnings
       where household_id = any ($1) and kind = 'idError' and state = 'open' order by household_id`,
      [ids],
    );
    expect(found).toEqual(ids.map((id) => ({ household_id: id, other_count: ids.length - 1 })));
  });
});

/** Sound, with the demonstration's prefix, and nobody's. */
const FREE_NUMBER = `69042519010101111${checkCharacter('69042519010101111')}`;

describe('the steps of a warning', () => {
  it('settle missing evidence by an explanation, until something else is missing', async () => {
    const warning = await firstOpen(clerk, 'evidenceMissing');
    const dismiss = (text: string, id = warning.id) => clerk.post(`/api/warnings/${id}/dismiss`).send({ text });
    expect((await dismiss(' ')).status).toBe(400);
    expect((await dismiss('字'.repeat(10_000))).status).toBe(400);
    const dismissed = (await dismiss('材料在县档案馆').expect(200)).body as WarningRow;
    expect(dismissed).toMatchObject({ state: 'dismissed', steps: [{ step: 'dismiss', text: '材料在县档案馆' }] });
    const again = await dismiss('再说一次').expect(409);
    expect(again.body).toMatchObject({ code: 'staleWarning', current: { state: 'dismissed' } });
    const household = householdOf(warning);
    expect((await recordOf(app, household)).warnings).toEqual([]);
    const { rows } = await app.owner.query<{ id: number }>(
      `update evidences set deleted_at = now() where household_id = $1 and deleted_at is null returning id`,
      [household],
    );
    if (rows.length > 0) {
      expect((await recordOf(app, household)).warnings.map(({ id, state }) => [id, state])).toEqual([
        [warning.id, 'open'],
      ]);
      await app.owner.query('update evidences set deleted_at = null where household_id = $1', [household]);
      expect(await stored(`id = ${warning.id} and state = 'dismissed'`)).toBe(1);
    }
    const { rows: journal } = await app.owner.query(
      `select detail ->> 'state' as state, detail -> 'step' ->> 'text' as text from anju.journal where subject_table = 'warnings' and subject_id = $1 order by id limit 1`,
      [warning.id],
    );
    expect(journal).toEqual([{ state: '["open", "dismissed"]', text: '材料在县档案馆' }]);
  });

  it('do not let a clerk explain away what must be corrected', async () => {
    const warning = await firstOpen(clerk, 'idError');
    const answer = await clerk.post(`/api/warnings/${warning.id}/dismiss`).send({ text: '没关系' }).expect(422);
    expect((answer.body as { message: string }).message).toContain('不能由录入人说明解除');
  });

  it('lead a special case from the clerk over county and province to its reply', async () => {
    const { id } = await firstOpen(clerk, 'safeguardOverlap');
    const step = (caller: Caller, door: string, body: object) => caller.post(`/api/warnings/${id}/${door}`).send(body);
    const said = { text: '搬迁后分户，原址翻建的是父亲的房屋' };
    expect((await step(province, 'special-case', said)).status).toBe(403);
    expect((await step(clerk, 'special-case', said).expect(200)).body).toMatchObject({ state: 'proposed' });
    expect((await step(province, 'forward', {})).status).toBe(409);
    expect((await step(county, 'special-case', said).expect(200)).body).toMatchObject({ state: 'submitted' });
    expect((await step(county, 'forward', {})).status).toBe(403);
    expect((await step(province, 'forward', {}).expect(200)).body).toMatchObject({ state: 'forwarded' });
    const reply = {
      decision: 'accepted',
      text: '同意',
      decidedOn: '2020-07-01',
      documentNumber: '农房〔2020〕7号',
      authority: '农房处',
    };
    expect((await step(county, 'decide', reply)).status).toBe(403);
    const accepted = (await step(province, 'decide', reply).expect(200)).body as WarningRow;
    expect(accepted.state).toBe('accepted');
    expect(accepted.closedAt).not.toBeNull();
    expect(accepted.steps.map(({ step: taken }) => taken)).toEqual(['propose', 'submit', 'forward', 'accept']);
    expect(accepted.steps[3]).toMatchObject({
      documentNumber: '农房〔2020〕7号',
      authority: '农房处',
      by: '演示省级主管',
    });
  });

  it('send a special case back', async () => {
    const { id } = await firstOpen(clerk, 'safeguardOverlap');
    await county.post(`/api/warnings/${id}/special-case`).send({ text: '特殊' }).expect(200);
    const city = await app.as('demo-city');
    const answer = await city.post(`/api/warnings/${id}/decide`).send({ decision: 'returned', text: '说明不清' });
    expect(answer.body).toMatchObject({
      state: 'open',
      steps: [{ step: 'submit' }, { step: 'return', text: '说明不清' }],
    });
  });

  it('do not meet: of two at once one is told that the other was first', async () => {
    const { id } = await firstOpen(clerk, 'photoReuse');
    const dismiss = () => clerk.post(`/api/warnings/${id}/dismiss`).send({ text: '同一栋楼' });
    const answers = await Promise.all([dismiss(), dismiss()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a full run', () => {
  it('mends what was written behind the triggers, and is journalled', async () => {
    const warning = await firstOpen(clerk, 'incomplete');
    await app.owner.query('begin');
    await app.owner.query('alter table warnings disable trigger user');
    await app.owner.query(`update warnings set state = 'cleared', closed_at = now() where id = $1`, [warning.id]);
    await app.owner.query('alter table warnings enable trigger user');
    await app.owner.query('commit');
    const scanned = await county.post('/api/warnings/scan').send({}).expect(200);
    expect(scanned.body).toMatchObject({ opened: 1, closed: 0 });
    expect(await stored(`id = ${warning.id} and state = 'open'`)).toBe(1);
    const { rows } = await app.owner.query(
      `select action, region_code from anju.journal where request = $1 and action = 'scan'`,
      [scanned.headers['x-request-id']],
    );
    expect(rows).toEqual([{ action: 'scan', region_code: COUNTY }]);
  });

  it('is the supervisors’ to ask for', async () => {
    await clerk.post('/api/warnings/scan').send({}).expect(403);
  });
});

describe('two duplicates in different counties', () => {
  it('both show the other masked, with whom to call', async () => {
    const { rows } = await app.owner.query<{ here: number; there: number }>(
      `update members m set corrected_id_number = o.registry_id_number
       from (select id, household_id, registry_id_number from members where region_code like '520402%' and id_key = registry_id_number order by id desc limit 1) o
       where m.id = (select id from members where region_code like '520425%' and is_head order by id desc limit 1)
       returning m.household_id as here, o.household_id as there`,
    );
    const [pair] = rows;
    if (!pair) throw new Error('No pair was made');
    const here = await warnings(clerk, { householdId: pair.here, kind: 'idError' });
    const there = await warnings(await app.as('demo-other-clerk'), { householdId: pair.there, kind: 'idError' });
    expect(here[0]?.message).toMatch(/与另外 1 人相同：.\*+（.*西秀区）/);
    expect(there[0]?.message).toMatch(/与另外 1 人相同：.\*+（.*紫云/);
    expect(JSON.stringify([here, there])).not.toMatch(/\d{15}/);
  });
});
