import type { RecogniseLinkedAnswer } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, OTHER_COUNTY, recordOf, storedState } from './register';

const DOOR = '/api/registry/recognise-linked';
const PERSONS = {
  entryPerson: '罗文静',
  entryDate: '2020-06-01',
  townshipReviewer: '杨审核',
  countyReviewer: '王审核',
};

let app: TestApp;
let clerk: Caller;

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
});
afterAll(() => app.stop());

async function ask(body: object, who = clerk): Promise<RecogniseLinkedAnswer> {
  const answer = await who.post(DOOR).send(body);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as RecogniseLinkedAnswer;
}

/** Unrecognised households of the county that an archive, the relocation list or both hold, as plain SQL finds them. */
async function linkedHouseholds() {
  const { rows } = await app.owner.query<{ id: number; archives: number; complete: boolean | null; entries: number }>(
    `select h.id, count(distinct r.id)::int as archives, bool_and(not anju.is_archive_incomplete(r)) filter (where r.id is not null) as complete,
       count(distinct e.id)::int as entries
     from households h join members m on m.household_id = h.id
     left join renovations r on r.id_key = m.id_key left join relocation_entries e on e.id_key = m.id_key
     where not h.recognised and nullif(h.departure_reason, '') is null and h.region_code like $1 || '%' and (r.id is not null or e.id is not null)
     group by h.id order by h.id`,
    [COUNTY],
  );
  return rows;
}

/** Takes the completion out of one archive that is the only source of its household. */
async function withGaps(): Promise<void> {
  const alone = (await linkedHouseholds()).find(
    ({ archives, entries, complete }) => archives === 1 && entries === 0 && complete === true,
  );
  await app.owner.query(
    `update renovations set completion_date = null where id_key in (select id_key from members where household_id = $1)`,
    [alone?.id],
  );
}

const countOf = (answer: RecogniseLinkedAnswer, reason: string) =>
  answer.leftOut.find((entry) => entry.reason === reason)?.count ?? 0;

describe('按关联信息认定', () => {
  it('previews what one complete source makes of each household, names what it leaves out, and writes nothing', async () => {
    await withGaps();
    const linked = await linkedHouseholds();
    const before = await app.owner.query('select count(*) from safeguards');
    const answer = await ask({ filter: { linked: 'renovation' }, preview: true });
    const withArchive = linked.filter(({ archives }) => archives > 0);
    expect(answer.matched).toBe(withArchive.length);
    expect(answer.recognised).toBe(0);
    expect(answer.recognisable + answer.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(answer.matched);
    expect(countOf(answer, 'severalSources')).toBe(withArchive.filter(({ entries }) => entries > 0).length);
    const gaps = answer.leftOut.find(({ reason }) => reason === 'archiveIncomplete');
    expect(gaps?.count).toBe(withArchive.filter(({ entries, complete }) => entries === 0 && complete === false).length);
    expect(gaps?.examples[0]?.detail).toMatch(/^缺 /);
    expect((await app.owner.query('select count(*) from safeguards')).rows).toEqual(before.rows);
  });

  it('refuses to commit without the persons, at their fields, and writes nothing', async () => {
    const answer = await clerk.post(DOOR).send({ filter: {}, preview: false, entryDate: '2999-01-01' });
    const { errors } = answer.body as { errors: Record<string, string> };
    expect([answer.status, Object.keys(errors).sort()]).toEqual([
      422,
      ['countyReviewer', 'entryDate', 'entryPerson', 'townshipReviewer'],
    ]);
  });

  it('goes on behind the household at which the call before ended', async () => {
    const whole = await ask({ filter: {}, preview: true });
    const { rows } = await app.owner.query<{ region_code: string; id: number }>(
      `select region_code, id from households where not recognised and nullif(departure_reason, '') is null and region_code like $1 || '%'
       order by region_code, id offset 10 limit 1`,
      [COUNTY],
    );
    const [last] = rows;
    const after = Buffer.from(`${last?.region_code}:${last?.id}`).toString('base64url');
    expect((await ask({ filter: {}, preview: true, after })).matched).toBe(whole.matched - 11);
    expect((await clerk.post(DOOR).send({ filter: {}, preview: true, after: 'x' })).status).toBe(400);
  });

  it('recognises exactly the previewed households of the filter, each linked and journalled, and no other', async () => {
    const linked = await linkedHouseholds();
    const apart = linked.find(({ archives, entries }) => archives > 0 && entries > 0);
    const before = apart && (await storedState(app, apart.id));
    const preview = await ask({ filter: {}, preview: true });
    expect(preview.byKind.renovation).toBeGreaterThan(0);
    expect(preview.byKind.povertyRelocation).toBeGreaterThan(0);
    const done = await ask({ filter: {}, preview: false, ...PERSONS });
    expect([done.recognised, done.byKind, done.next]).toEqual([preview.recognisable, preview.byKind, null]);
    const { rows } = await app.owner.query<{
      id: number;
      kind: string;
      linked: boolean;
      complete: boolean;
      entries: number;
    }>(
      `select s.household_id as id, s.kind, s.renovation_id is not null or s.relocation_entry_id is not null as linked,
         s.archive_incomplete is not true as complete,
         (select count(*)::int from anju.journal j where j.action = 'recogniseLinked' and j.subject_table = 'households' and j.subject_id = s.household_id) as entries
       from safeguards s where s.entry_person = $1 and s.entry_date = $2 and s.region_code like $3 || '%'
         and s.created_at > now() - interval '5 minutes' and s.entered_by = (select id from up_users where username = 'demo-clerk')`,
      [PERSONS.entryPerson, PERSONS.entryDate, COUNTY],
    );
    expect(rows).toHaveLength(done.recognised);
    expect(rows.filter(({ linked: isLinked, complete, entries }) => !isLinked || !complete || entries !== 1)).toEqual(
      [],
    );
    if (apart) expect(await storedState(app, apart.id)).toEqual(before);
    const moved = rows.find(({ kind }) => kind === 'povertyRelocation');
    const record = await recordOf(app, moved?.id ?? 0);
    expect(record.safeguard).toMatchObject({
      moveInDate: record.relocationEntry?.moveInDate,
      notMovedIn: false,
      reviewState: 'entered',
    });
    expect((await ask({ filter: {}, preview: true })).recognisable).toBe(0);
  });

  it('keeps the statistics equal to the rows', async () => {
    const { rows } = await app.owner.query<{ n: number }>(
      `select count(*)::int as n from safeguards where kind = 'renovation' and source = 'registry' and region_code like $1 || '%'`,
      [COUNTY],
    );
    const table = await clerk.get(`/api/statistics/tables/T1?region=${COUNTY}`).expect(200);
    expect((table.body as { total: { renovation: number } }).total.renovation).toBe(rows[0]?.n);
  });

  it('reaches no other county, and nothing that the filter leaves out', async () => {
    expect((await clerk.post(DOOR).send({ filter: { regionCode: OTHER_COUNTY }, preview: true })).status).toBe(404);
    expect((await ask({ filter: { recognised: true }, preview: true })).matched).toBe(0);
    const other = await app.as('demo-other-clerk');
    const { rows } = await app.owner.query<{ n: number }>(
      `select count(*)::int as n from households where not recognised and nullif(departure_reason, '') is null and region_code like $1 || '%'`,
      [OTHER_COUNTY],
    );
    expect((await ask({ filter: {}, preview: true }, other)).matched).toBe(rows[0]?.n);
    expect((await clerk.post(DOOR).send({ filter: { secret: 1 }, preview: true })).status).toBe(400);
    expect((await (await app.as('demo-county')).post(DOOR).send({ filter: {}, preview: true })).status).toBe(403);
  });
});
