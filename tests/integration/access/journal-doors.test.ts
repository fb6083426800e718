import type { JournalEntry, JournalVerified } from '@anju/domain/contracts';
import { Client } from 'pg';
import { addAccount } from '../../harness/accounts';
import { startTestApp, type TestApp } from '../../harness/app';
import { OTHER_COUNTY, unrecognisedIds } from '../registry/register';

let app: TestApp;
let household: number;

beforeAll(async () => {
  app = await startTestApp();
  [household = 0] = await unrecognisedIds(app);
  const clerk = await app.as('demo-clerk');
  for (const remark of ['一层砖房', '二层砖房']) {
    const { rows } = await app.owner.query<{ version: number }>('select version from households where id = $1', [
      household,
    ]);
    await clerk.put(`/api/registry/households/${household}`).send({ version: rows[0]?.version, remark }).expect(200);
  }
});

afterAll(() => app.stop());

/** What a request left in the journal, as the owner sees it. */
async function entriesOf(requestId: string | undefined): Promise<readonly object[]> {
  const { rows } = await app.owner.query<object>('select action, region_code from anju.journal where request = $1', [
    requestId,
  ]);
  return rows;
}

/** Seals what is settled, after the application's own sealing where that is at it: the function itself does not wait for it. */
async function sealed(): Promise<void> {
  await app.owner.query('begin; select pg_advisory_xact_lock(726013)');
  await app.owner.query('select from anju.seal_journal(50, 1000)');
  await app.owner.query('commit');
}

async function verified(body: object = {}): Promise<JournalVerified> {
  const auditor = await app.as('demo-auditor');
  return (await auditor.post('/api/access/journal/verify').send(body).expect(200)).body as JournalVerified;
}

async function shown(filter: object, username = 'demo-auditor'): Promise<readonly JournalEntry[]> {
  const auditor = await app.as(username);
  const answer = await auditor.get(`/api/access/journal?${query({ filter, range: [0, 199] })}`).expect(200);
  return answer.body as JournalEntry[];
}

function query(parameters: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries(parameters).map(([name, value]) => [name, JSON.stringify(value)]);
  return new URLSearchParams(Object.fromEntries(texts) as Record<string, string>).toString();
}

describe('the door of the journal', () => {
  it('shows what was changed by labels, old and new, and whose values they are masked', async () => {
    const { rows } = await app.owner.query<{ id: number; name: string; number: string; household_id: number }>(
      `update members set corrected_phone = '13812345678', corrected_id_number = '690425197001010022', name = '欧阳某某'
       where household_id = $1 and is_head returning id, name, corrected_id_number as number, household_id`,
      [household],
    );
    const member = rows[0];
    const entries = await shown({ subjectTable: 'members', subjectId: member?.id, action: 'update' });
    expect(entries[0]?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ label: '更正的证件号码', after: '690425********0022' }),
        expect.objectContaining({ label: '更正的联系方式', after: '138****5678' }),
        expect.objectContaining({ label: '姓名或名称', after: '欧***' }),
      ]),
    );
    const everything = JSON.stringify(await shown({}));
    expect(everything).not.toMatch(/欧阳|13812345678|690425197001010022|\d{17}[\dX]/);
    const remarks = (await shown({ subjectTable: 'households', subjectId: household })).flatMap(
      ({ changes }) => changes,
    );
    expect(remarks).toContainEqual({
      field: 'remark',
      label: '备注',
      before: '（4 个字，不显示）',
      after: '（4 个字，不显示）',
    });
  });

  it('finds a household by its number in the register, and a person by a typed number, old ones too', async () => {
    const { rows } = await app.owner.query<{ registry_number: string }>(
      'select registry_number from households where id = $1',
      [household],
    );
    const byHousehold = await shown({ registryNumber: rows[0]?.registry_number });
    expect(new Set(byHousehold.map(({ subjectTable }) => subjectTable))).toEqual(new Set(['households', 'members']));
    const byNumber = await shown({ idNumber: '690425197001010022' });
    expect(byNumber.map(({ id }) => id)).toEqual(expect.arrayContaining(byHousehold.map(({ id }) => id)));
    await app.owner.query(
      `update members set corrected_id_number = null where corrected_id_number = '690425197001010022'`,
    );
    expect((await shown({ idNumber: '690425197001010022' })).length).toBeGreaterThan(0);
    expect(await shown({ idNumber: '690425190001010099' })).toEqual([]);
    const { rows: kept } = await app.owner.query(
      `select id from anju.journal where action = 'readJournal' and detail::text like '%690425197001010022%'`,
    );
    expect(kept).toEqual([]);
  });

  it('is journalled when it is read, and filters by who, what, where and when', async () => {
    const auditor = await app.as('demo-auditor');
    const read = await auditor.get(`/api/access/journal?${query({ filter: { action: 'signIn' } })}`).expect(200);
    expect(await entriesOf(read.headers['x-request-id'])).toMatchObject([{ action: 'readJournal', region_code: null }]);
    expect((await shown({ actor: 'demo-clerk', action: 'signIn' })).length).toBeGreaterThan(0);
    expect((await shown({ actor: 'demo-clerk', action: 'update' })).every(({ actorName }) => actorName !== null)).toBe(
      true,
    );
    expect(
      (await shown({ regionCode: OTHER_COUNTY })).every(({ regionCode }) => regionCode?.startsWith(OTHER_COUNTY)),
    ).toBe(true);
    expect(await shown({ dateTo: '2020-01-01' })).toEqual([]);
    expect((await shown({ dateFrom: '2020-01-01', action: 'signIn' })).length).toBeGreaterThan(0);
    const wrong = await auditor.get(`/api/access/journal?${query({ filter: { dateFrom: '2026-02-30' } })}`).expect(400);
    expect((wrong.body as { errors: object }).errors).toHaveProperty('dateFrom');
  });

  it('is paged by key, without gaps and repetitions', async () => {
    const auditor = await app.as('demo-auditor');
    const filter = { subjectTable: 'up_users' };
    const whole = (await shown(filter)).map(({ id }) => id);
    const first = await auditor.get(`/api/access/journal?${query({ filter, range: [0, 1] })}`).expect(200);
    const after = String(first.headers['x-next-cursor']);
    const next = await auditor
      .get(`/api/access/journal?${query({ filter, range: [0, 1] })}&after=${after}`)
      .expect(200);
    const ids = [...(first.body as JournalEntry[]), ...(next.body as JournalEntry[])].map(({ id }) => id);
    expect(ids).toEqual(whole.slice(0, ids.length));
  });

  it('shows an auditor of one county that county only', async () => {
    await addAccount(app, { username: 'county-auditor', role: 'auditor', regionCode: OTHER_COUNTY });
    const regions = (await shown({}, 'county-auditor')).map(({ regionCode }) => regionCode ?? OTHER_COUNTY);
    expect(regions.length).toBeGreaterThan(0);
    expect(regions.filter((code) => !code.startsWith(OTHER_COUNTY))).toEqual([]);
    const { rows } = await app.owner.query<{ registry_number: string }>(
      'select registry_number from households where id = $1',
      [household],
    );
    expect(await shown({ registryNumber: rows[0]?.registry_number }, 'county-auditor')).toEqual([]);
  });

  it('writes what is filtered to a file, masked, and says so in the journal', async () => {
    const auditor = await app.as('demo-auditor');
    const file = await auditor
      .get(`/api/access/journal/file?${query({ filter: { subjectTable: 'members' } })}`)
      .expect(200);
    expect(file.text.split('\r\n').length).toBeGreaterThan(2);
    expect(file.text).toContain('更正的证件号码');
    expect(file.text).not.toMatch(/欧阳|13812345678|\d{17}[\dX]/);
    expect(await entriesOf(file.headers['x-request-id'])).toMatchObject([{ action: 'exportJournal' }]);
  });
});

describe('the seals of the journal', () => {
  /** What only the database's owner can do, with the guards taken off. */
  async function tamper(sql: string, values: readonly unknown[] = []): Promise<JournalVerified> {
    await app.owner.query('begin');
    await app.owner.query(
      'alter table anju.journal disable trigger user; alter table anju.journal_seal disable trigger user',
    );
    await app.owner.query(sql, [...values]);
    await app.owner.query('commit');
    return verified();
  }
  const restored = async (sql: string, values: readonly unknown[]) =>
    expect((await tamper(sql, values)).fault).toBeNull();

  /** Until the application has sealed this entry; a transaction of any database of the server may hold it up. */
  const untilSealed = async (entry: number) => {
    const through = async () =>
      Number(
        (await app.owner.query<{ id: string }>('select max(last_id) as id from anju.journal_seal')).rows[0]?.id ?? 0,
      );
    const deadline = Date.now() + 30_000;
    while ((await through()) < entry && Date.now() < deadline) await new Promise((done) => setTimeout(done, 250));
    expect(await through()).toBeGreaterThanOrEqual(entry);
  };

  it('are made by the application itself within seconds, and hold', async () => {
    const { rows } = await app.owner.query<{ id: string }>('select max(id) as id from anju.journal');
    await untilSealed(Number(rows[0]?.id));
    expect(await verified()).toMatchObject({ intact: true, next: null, fault: null });
  });

  it('wait for a transaction that took its ids before others, and seal it when it has committed', async () => {
    const late = new Client({ connectionString: app.ownerUrl });
    await late.connect();
    try {
      await sealed();
      await late.query('begin');
      const { rows } = await late.query<{ id: string }>(
        `insert into anju.journal (action, subject_table) values ('late', 'x') returning id`,
      );
      await app.owner.query(`insert into anju.journal (action, subject_table) values ('early', 'x')`);
      await sealed();
      await sealed();
      const { rows: head } = await app.owner.query<{ last: string }>(
        'select max(last_id) as last from anju.journal_seal',
      );
      expect(Number(head[0]?.last)).toBeLessThan(Number(rows[0]?.id));
      await late.query('commit');
      await untilSealed(Number(rows[0]?.id));
      const late_entry = await shown({ action: 'late' });
      expect(late_entry.map(({ id, sealed: isSealed }) => [id, isSealed])).toEqual([[Number(rows[0]?.id), true]]);
      expect(await verified()).toMatchObject({ intact: true });
    } finally {
      await late.end();
    }
  });

  it('name the first entry that was changed, removed or slipped in, and a seal that was', async () => {
    await sealed();
    const { rows } = await app.owner.query<{ id: string; seal: string }>(
      `select j.id, s.id as seal from anju.journal j join anju.journal_seal s on j.id between s.first_id and s.last_id
       where j.action = 'signIn' order by j.id limit 1`,
    );
    const [id, seal] = [Number(rows[0]?.id), Number(rows[0]?.seal)];
    const changed = await tamper(`update anju.journal set action = 'signedIn' where id = $1`, [id]);
    expect(changed).toMatchObject({
      intact: false,
      fault: 'entryChanged',
      brokenEntry: id,
      brokenSeal: seal,
      next: null,
    });
    expect(changed.message).toContain(`第 ${id} 条日志`);
    await restored(`update anju.journal set action = 'signIn' where id = $1`, [id]);

    await app.owner.query(
      'create table public.kept as select * from anju.journal where id = $1'.replace('$1', String(id)),
    );
    expect(await tamper('delete from anju.journal where id = $1', [id])).toMatchObject({
      fault: 'entryRemoved',
      brokenEntry: id,
    });
    await restored('insert into anju.journal overriding system value select * from public.kept', []);
    await app.owner.query('drop table public.kept');

    const slipIn = `insert into anju.journal (id, action, subject_table) overriding system value values (-5, 'x', 'x')`;
    expect(await tamper(slipIn)).toMatchObject({ fault: 'entryAdded', brokenEntry: -5 });
    await restored('delete from anju.journal where id = -5', []);
    const hash = (await app.owner.query<{ hash: Buffer }>('select hash from anju.journal_seal where id = $1', [seal]))
      .rows[0]?.hash;
    expect(await tamper(`update anju.journal_seal set hash = sha256('x') where id = $1`, [seal])).toMatchObject({
      fault: 'sealChanged',
      brokenSeal: seal,
    });
    await restored('update anju.journal_seal set hash = $2 where id = $1', [seal, hash]);
  });

  it('that were all made anew differ from a head that was kept elsewhere', async () => {
    const { seal, head } = await verified();
    expect(await verified({ anchor: { seal, hash: head } })).toMatchObject({ intact: true });
    await app.owner.query(
      'alter table anju.journal disable trigger user; alter table anju.journal_seal disable trigger user',
    );
    await app.owner.query(
      `update anju.journal set action = 'nothing' where action = 'reveal'; delete from anju.journal_seal`,
    );
    await sealed();
    expect(await verified()).toMatchObject({ intact: true });
    const answer = await verified({ anchor: { seal: 1, hash: 'a'.repeat(64) } });
    expect(answer).toMatchObject({ intact: false, fault: 'anchorDiffers', brokenSeal: 1 });
    expect(await verified({ anchor: { seal: 999_999, hash: head } })).toMatchObject({ fault: 'sealMissing' });
    await app.owner.query(
      'alter table anju.journal enable always trigger keep_rows; alter table anju.journal enable always trigger keep_table',
    );
  });

  it.each([
    ['delete', `delete from anju.journal where id = (select max(id) from anju.journal)`],
    ['update', `update anju.journal set detail = '{}'`],
    ['truncate', 'truncate anju.journal'],
  ])('keep even the owner from a %s of what is younger than 180 days', async (_name, sql) => {
    await expect(app.owner.query(sql)).rejects.toMatchObject({ code: '23001' });
  });

  it('keep the table from being dropped, and let go what is older than 180 days', async () => {
    await expect(app.owner.query('drop table anju.journal')).rejects.toMatchObject({ code: '2BP01' });
    await app.owner.query('begin');
    await app.owner.query(
      `insert into anju.journal (at, action, subject_table) values (now() - interval '181 days', 'old', 'x')`,
    );
    expect((await app.owner.query(`delete from anju.journal where action = 'old'`)).rowCount).toBe(1);
    await app.owner.query('rollback');
  });
});
