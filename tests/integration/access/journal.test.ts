import { addAccount } from '../../harness/accounts';
import { type Caller, DEMO_PASSWORD, startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, OTHER_COUNTY, RECOGNITIONS, unrecognisedIds } from '../registry/register';
import { enteredAs, signInOf } from './serving-connection';

let app: TestApp;
let clerk: Caller;
let household: number;

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  [household = 0] = await unrecognisedIds(app);
});

afterAll(() => app.stop());

interface Entry {
  readonly actor: number | null;
  readonly region_code: string | null;
  readonly action: string;
  readonly subject_table: string;
  readonly subject_id: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Entries of one request, as the owner sees them. */
async function entriesOf(requestId: string | undefined): Promise<readonly Entry[]> {
  const { rows } = await app.owner.query<Omit<Entry, 'detail'> & { detail: string }>(
    `select actor, region_code, action, subject_table, subject_id, detail::text as detail from anju.journal where request = $1 order by id`,
    [requestId],
  );
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Entry['detail'] }));
}

async function versionOf(id: number): Promise<number> {
  const { rows } = await app.owner.query<{ version: number }>('select version from households where id = $1', [id]);
  return rows[0]?.version ?? 0;
}

describe('a save', () => {
  it('leaves who, where and what under the id of its request', async () => {
    const body = { version: await versionOf(household), ...RECOGNITIONS.originalSafe };
    const answer = await clerk.put(`/api/registry/households/${household}/safeguard`).send(body).expect(200);
    const entries = await entriesOf(answer.headers['x-request-id']);
    const { userId } = signInOf(await app.token('demo-clerk'));
    expect(entries.map(({ actor }) => actor)).toEqual(entries.map(() => userId));
    expect(entries.every(({ region_code }) => region_code?.startsWith(COUNTY))).toBe(true);
    const made = entries.find(({ subject_table, action }) => subject_table === 'safeguards' && action === 'create');
    expect(made?.detail).toMatchObject({ household_id: household, kind: 'originalSafe', appraisal_result: 'gradeB' });
    const counted = entries.find(({ subject_table, action }) => subject_table === 'households' && action === 'update');
    expect(counted?.detail).toMatchObject({ recognised: [false, true] });
  });

  it('leaves the old and the new value of what changed, and nothing of what did not', async () => {
    const correct = async (remark: string) => {
      const version = await versionOf(household);
      return clerk.put(`/api/registry/households/${household}`).send({ version, remark }).expect(200);
    };
    await correct('一层砖房');
    const answer = await correct('二层砖房');
    const entries = await entriesOf(answer.headers['x-request-id']);
    const update = entries.find(({ subject_table }) => subject_table === 'households');
    expect([update?.action, update?.detail]).toEqual(['update', { remark: ['一层砖房', '二层砖房'] }]);
  });

  it('that is refused leaves nothing', async () => {
    const body = { version: 0, ...RECOGNITIONS.otherMeans };
    const answer = await clerk.put(`/api/registry/households/${household}/safeguard`).send(body).expect(409);
    expect(await entriesOf(answer.headers['x-request-id'])).toEqual([]);
  });
});

describe('reading', () => {
  it('a record, or a number in full, is an entry; a list is none', async () => {
    const record = await clerk.get(`/api/registry/households/${household}`).expect(200);
    expect(await entriesOf(record.headers['x-request-id'])).toMatchObject([
      { subject_table: 'households', region_code: expect.any(String) as string },
    ]);
    const reviewer = await app.as('demo-county-reviewer');
    const revealed = await reviewer
      .post(`/api/registry/households/${household}/reveal`)
      .send({ field: 'idNumber' })
      .expect(200);
    const [entry] = await entriesOf(revealed.headers['x-request-id']);
    expect(entry).toMatchObject({ action: 'reveal', actor: signInOf(await app.token('demo-county-reviewer')).userId });
    const { value } = revealed.body as { value: string | null };
    expect(JSON.stringify(entry?.detail)).not.toContain(value ?? '-');
    // Who copies a list out by clicks is stopped, without an entry for what was not shown.
    await app.owner.query(`update anju.reveal_count set reveals = 120 where account = $1`, [entry?.actor]);
    const refused = await reviewer
      .post(`/api/registry/households/${household}/reveal`)
      .send({ field: 'idNumber' })
      .expect(429);
    expect(refused.body).toMatchObject({ code: 'tooManyReveals', waitSeconds: expect.any(Number) as number });
    expect(await entriesOf(refused.headers['x-request-id'])).toEqual([]);
    await app.owner.query(`update anju.reveal_count set since = since - interval '2 hours' where account = $1`, [
      entry?.actor,
    ]);
    await reviewer.post(`/api/registry/households/${household}/reveal`).send({ field: 'idNumber' }).expect(200);
    const list = await clerk.get('/api/registry/households').expect(200);
    expect(await entriesOf(list.headers['x-request-id'])).toEqual([]);
  });
});

describe('signing in', () => {
  const signIn = (identifier: string, password: string) =>
    app.request().post('/api/auth/local').send({ identifier, password });

  it('is an entry, and so is a refused try, without what was typed', async () => {
    const good = await signIn('demo-county', DEMO_PASSWORD).expect(200);
    const { id } = (good.body as { user: { id: number } }).user;
    const subject = { subject_table: 'up_users', subject_id: String(id) };
    expect(await entriesOf(good.headers['x-request-id'])).toMatchObject([{ action: 'signIn', ...subject }]);
    const wrong = await signIn('demo-county', 'not the password').expect(401);
    const entries = await entriesOf(wrong.headers['x-request-id']);
    expect(entries).toMatchObject([{ action: 'signInRefused', ...subject }]);
    expect(JSON.stringify(entries)).not.toContain('not the password');
  });

  it('by a name that is no account leaves a try without the name', async () => {
    const wrong = await signIn('nobody-here', 'whatever it is').expect(401);
    const entries = await entriesOf(wrong.headers['x-request-id']);
    expect(entries).toMatchObject([{ action: 'signInRefused', subject_id: null }]);
    expect(JSON.stringify(entries)).not.toContain('nobody-here');
  });
});

describe('an account', () => {
  it('is journalled when made and changed, never with its password', async () => {
    await addAccount(app, { username: 'journalled', role: 'viewer', regionCode: COUNTY, mustChangePassword: true });
    const answer = await app
      .request()
      .post('/api/auth/local')
      .send({ identifier: 'journalled', password: DEMO_PASSWORD })
      .expect(200);
    const { jwt } = answer.body as { jwt: string };
    const changed = {
      currentPassword: DEMO_PASSWORD,
      password: 'Better-words-2021',
      passwordConfirmation: 'Better-words-2021',
    };
    await app
      .request()
      .post('/api/auth/change-password')
      .set('Authorization', `Bearer ${jwt}`)
      .send(changed)
      .expect(200);
    await app.owner.query(
      `update up_users set reset_password_token = 'secret-token', name = '改名' where username = 'journalled'`,
    );
    await app.owner.query(`delete from up_users where username = 'journalled'`);
    const { rows } = await app.owner.query<{ action: string; detail: string }>(
      `select action, detail::text as detail from anju.journal where subject_table = 'up_users' and (subject_id = $1 or detail->>'username' = 'journalled') order by id`,
      [signInOf(jwt).userId],
    );
    expect([rows[0]?.action, rows.at(-1)?.action]).toEqual(['create', 'delete']);
    const everything = rows.map(({ detail }) => detail).join();
    expect(everything).toContain('"passwordChanged": true');
    expect(everything).toContain('"must_change_password": [true, false]');
    expect(everything).toContain('改名');
    expect(everything).not.toMatch(/\$2[aby]\$|Anju-demo|Better-words|secret-token|"password"/);
  });

  it('leaves no password hash of any account in the journal', async () => {
    const { rows } = await app.owner.query(
      String.raw`select id from anju.journal where detail::text ~ '\$2[aby]\$' or detail ? 'password'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the journal', () => {
  const seenBy = async (username: string) => {
    const { rows } = await enteredAs(app, username, (client) =>
      client.query<{ regions: string[] }>(
        `select array_agg(distinct coalesce(left(region_code, 6), 'node')) as regions from anju.journal`,
      ),
    );
    return rows[0]?.regions ?? [];
  };
  const write = (regionCode: string | null) =>
    app.owner.query(`insert into anju.journal (action, subject_table, region_code) values ('test', 'households', $1)`, [
      regionCode,
    ]);

  it('is read by the auditor of the province: the province’s entries and the node’s own', async () => {
    for (const regionCode of ['520402001001', '110101001001', null]) await write(regionCode);
    const seen = await seenBy('demo-auditor');
    expect(seen).toEqual(expect.arrayContaining([COUNTY, OTHER_COUNTY, 'node']));
    expect(seen).not.toContain('110101');
  });

  it.each([
    'demo-clerk',
    'demo-county',
    'demo-province',
    'demo-security',
    'demo-configurator',
    'demo-system',
    'demo-township-unset',
  ])('is empty for %s', async (username) => {
    expect(await seenBy(username)).toEqual([]);
  });
});
