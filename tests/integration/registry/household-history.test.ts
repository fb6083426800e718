import type { HouseholdHistory, HouseholdRecord } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { householdsToTake, RECOGNITIONS, recordOf } from './register';

let app: TestApp;
let clerk: Caller;
let takeHousehold: () => number;

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  takeHousehold = await householdsToTake(app);
});

afterAll(() => app.stop());

const safeguardOf = (id: number) => `/api/registry/households/${id}/safeguard`;

async function recognise(id: number, input: object): Promise<HouseholdRecord> {
  const { version } = await recordOf(app, id);
  const answer = await clerk.put(safeguardOf(id)).send({ version, ...input });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as HouseholdRecord;
}

describe('the history of a household', () => {
  const historyOf = async (id: number, who = clerk, search = '') =>
    (await who.get(`/api/registry/households/${id}/history${search}`).expect(200)).body as HouseholdHistory;

  it('says who changed what when, old and new, newest first, and keeps the kind that was left and withdrawn', async () => {
    const id = takeHousehold();
    const { members } = await recognise(id, RECOGNITIONS.originalSafe);
    const { version } = await recognise(id, RECOGNITIONS.otherMeans);
    const corrected = { version, members: [{ id: members[0]?.id, correctedIdNumber: '11010519491231002X' }] };
    await clerk.put(`/api/registry/households/${id}`).send(corrected).expect(200);
    const reason = { version: (await recordOf(app, id)).version, reason: '认错了户' };
    await clerk.delete(safeguardOf(id)).send(reason).expect(200);
    const { entries, next } = await historyOf(id);
    expect(next).toBeNull();
    expect(entries.map(({ id: entry }) => entry)).toEqual(entries.map(({ id: entry }) => entry).sort((a, b) => b - a));
    expect(
      entries.every(({ at, actorName }) => !Number.isNaN(Date.parse(at)) && /^[一-鿿]/.test(actorName ?? '')),
    ).toBe(true);
    const change = (label: string) =>
      entries.flatMap(({ changes }) => changes).find((one) => one.label === label && one.before);
    expect(entries.find(({ actionLabel }) => actionLabel === '修改')).toBeDefined();
    const kinds = entries.flatMap(({ changes }) => changes).filter(({ field }) => field === 'kind');
    expect(kinds).toContainEqual(expect.objectContaining({ before: '原住房鉴定（评定）安全', after: '其他方式' }));
    expect(change('鉴定结果')).toMatchObject({ before: 'B级', after: null });
    expect(entries.flatMap(({ changes }) => changes).map(({ after }) => after)).toContain('认错了户');
    const person = entries.find(({ subjectLabel }) => subjectLabel === '家庭成员');
    expect([person?.subjectName, person?.changes[0]?.after]).toEqual([members[0]?.name, '11010519491231002X']);
    expect(JSON.stringify(entries)).not.toMatch(/storageKey|document_id|Id"/);

    const older = await historyOf(id, clerk, `?before=${entries[1]?.id ?? 0}`);
    expect(older.entries.map((entry) => entry.id)).toEqual(entries.slice(2).map((entry) => entry.id));
    const masked = await historyOf(id, await app.as('demo-county'));
    expect(JSON.stringify(masked)).not.toMatch(/11010519491231002X|认错了户/);
    expect(masked.entries.map((entry) => entry.id)).toEqual(entries.map((entry) => entry.id));
    await (await app.as('demo-other-clerk')).get(`/api/registry/households/${id}/history`).expect(404);
  });

  it('leaves out that a certificate was printed or a photo looked at', async () => {
    const id = takeHousehold();
    await recognise(id, RECOGNITIONS.originalSafe);
    const photo = await app.owner.query<{ id: number }>(
      `insert into evidences (household_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key)
       select id, region_code, 'other', 'a.jpg', 'image/jpeg', 1, md5('seen'), 'seen' from households where id = $1 returning id`,
      [id],
    );
    const known = (await historyOf(id)).entries.length;
    await clerk.get(`/api/registry/households/${id}/certificates/otherHousingCertificate`).expect(200);
    await app.owner.query(
      `insert into anju.journal (actor, region_code, action, subject_table, subject_id, detail)
       select 1, region_code, 'viewFile', 'evidences', $2::integer, '{}' from households where id = $1`,
      [id, photo.rows[0]?.id],
    );
    expect((await historyOf(id)).entries).toHaveLength(known);
  });
});
