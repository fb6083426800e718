import type { DraftAnswer, DraftRow } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { enteredAs } from '../access/serving-connection';
import { householdsToTake, storedState } from './register';

let app: TestApp;
let clerk: Caller;
let takeHousehold: () => number;

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  takeHousehold = await householdsToTake(app);
});
afterAll(() => app.stop());

const draftOf = (id: number) => `/api/registry/drafts/${id}`;
const FIELDS = {
  kind: 'originalSafe',
  'kinds.originalSafe.appraiser': '王工',
  'kinds.povertyRelocation.notStarted': true,
};

async function read(caller: Caller, id: number): Promise<DraftAnswer['draft']> {
  return ((await caller.get(draftOf(id)).expect(200)).body as DraftAnswer).draft;
}

describe('a draft', () => {
  it('comes back to its writer as it was typed, and changes nothing of the household', async () => {
    const id = takeHousehold();
    const before = await storedState(app, id);
    expect(await read(clerk, id)).toBeNull();
    await clerk
      .put(draftOf(id))
      .send({ version: 1, fields: { kind: 'renovation' } })
      .expect(200);
    await clerk.put(draftOf(id)).send({ version: 1, fields: FIELDS }).expect(200);
    const draft = await read(clerk, id);
    expect(draft).toMatchObject({ version: 1, fields: FIELDS });
    expect(Date.parse(draft?.savedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(await storedState(app, id)).toEqual(before);
    await clerk.delete(draftOf(id)).expect(200);
    expect(await read(clerk, id)).toBeNull();
  });

  it('is seen, changed and deleted by nobody else, through the doors or past them', async () => {
    const id = takeHousehold();
    await clerk.put(draftOf(id)).send({ version: 1, fields: FIELDS }).expect(200);
    const { rows } = await app.owner.query<{ region_code: string }>(
      'select region_code from households where id = $1',
      [id],
    );
    const colleague = 'demo-county-reviewer';
    for (const sql of ['select * from anju.draft', 'update anju.draft set version = 9', 'delete from anju.draft']) {
      const result = await enteredAs(app, colleague, (client) => client.query(sql));
      expect([sql, result.rowCount]).toEqual([sql, 0]);
    }
    const forge = enteredAs(app, colleague, (client) =>
      client.query(
        `insert into anju.draft (creator, household_id, region_code, version, fields)
         select creator, $1, $2, 1, '{}' from (select 1 as creator) x`,
        [id, rows[0]?.region_code],
      ),
    );
    await expect(forge).rejects.toThrow(/row-level security/);
    const other = await app.as('demo-other-clerk');
    await other.get(draftOf(id)).expect(404);
    await other.delete(draftOf(id)).expect(404);
    expect((await read(clerk, id))?.fields).toEqual(FIELDS);
  });

  it('stands in its writer’s own list, the latest first, and says when the household changed since', async () => {
    const [earlier, later] = [takeHousehold(), takeHousehold()];
    for (const id of [earlier, later]) await clerk.put(draftOf(id)).send({ version: 1, fields: FIELDS }).expect(200);
    await app.owner.query(`update households set remark = '他人的备注' where id = $1`, [earlier]);
    const own = (await clerk.get('/api/registry/drafts').expect(200)).body as DraftRow[];
    expect(own.slice(0, 2).map(({ householdId, outdated }) => [householdId, outdated])).toEqual([
      [later, false],
      [earlier, true],
    ]);
    expect(own[0]).toMatchObject({ recognised: false, headName: expect.stringMatching(/^[一-鿿]+$/) as string });
    const others = await (await app.as('demo-other-clerk')).get('/api/registry/drafts').expect(200);
    expect(others.body).toEqual([]);
    await (await app.as('demo-county')).get('/api/registry/drafts').expect(403);
  });

  it('goes along when the household moves, and goes when it goes', async () => {
    const id = takeHousehold();
    await clerk.put(draftOf(id)).send({ version: 1, fields: FIELDS }).expect(200);
    const { rows } = await app.owner.query<{ code: string }>(
      `update households h set region_code = (select max(code) from regions where level = 5 and code like '520425%')
       where id = $1 returning region_code as code`,
      [id],
    );
    const stored = await app.owner.query('select region_code as code from anju.draft where household_id = $1', [id]);
    expect(stored.rows).toEqual(rows);
  });

  it('is swept when its time is over, and is not shown from then on', async () => {
    const [kept, expired] = [takeHousehold(), takeHousehold()];
    for (const id of [kept, expired]) await clerk.put(draftOf(id)).send({ version: 1, fields: FIELDS }).expect(200);
    await app.owner.query(`update anju.draft set expires_at = now() - interval '1 second' where household_id = $1`, [
      expired,
    ]);
    expect(await read(clerk, expired)).toBeNull();
    const swept = await enteredAs(app, 'demo-other-clerk', (client) =>
      client.query<{ n: number }>('select anju.sweep_drafts() as n'),
    );
    expect(swept.rows).toEqual([{ n: 1 }]);
    expect(await read(clerk, kept)).not.toBeNull();
  });

  it.each([
    ['a value that is no text', { version: 1, fields: { kind: { $ne: 1 } } }],
    ['a text beyond measure', { version: 1, fields: { remark: 'x'.repeat(2001) } }],
    ['no version', { fields: {} }],
  ])('with %s is refused', async (_name, body) => {
    const answer = await clerk.put(draftOf(takeHousehold())).send(body).expect(400);
    expect(answer.body).toMatchObject({ code: 'badInput' });
  });
});
