import type { ImportJob } from '@anju/domain/contracts';
import ExcelJS from 'exceljs';
import { Client } from 'pg';
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { startTestApp, type TestApp } from '../../harness/app';
import { bytesOf } from '../../harness/bytes';
import { workbookOf } from '../../harness/workbook';
import { committed, importOf, importUntil, smallList, tried, until, upload } from './exchange-doors';
import path from 'node:path';
import { FIXTURES, LIST } from './list-file';
import { expectExactStatistics, rowsOf } from './register-checks';

const IMPORT_PROCESS = path.join(__dirname, '../../../plugins/exchange/dist/server/jobs/import-process.js');
const IMPORT_LOCK = 'select pg_advisory_xact_lock(726070)';
const expected = JSON.parse(readFileSync(path.join(FIXTURES, 'household-list.expected.json'), 'utf8')) as {
  csv: { households: object };
}; // foreign edge: written by make-household-list.mjs

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('an uploaded list', () => {
  it('is tried without writing anything, and says how it was understood', async () => {
    const before = await registered();
    const job = await tried(app, readFileSync(LIST), '名单.csv');
    expect(job).toMatchObject({
      state: 'checked',
      fileName: '名单.csv',
      percent: 100,
      households: expected.csv.households,
      facts: { sheet: null, otherSheets: [], isCorrection: false },
      createdBy: '演示省级主管',
    });
    expect(job.errors.length).toBeGreaterThan(5);
    expect(job.errorCount).toBeGreaterThanOrEqual(job.errors.length);
    expect(job.facts?.columns).toContainEqual({ title: '证件号码', takenFor: '证件号码' });
    expect(await registered()).toEqual(before);
    await cancel(job.id).expect(200);
  });

  it('is committed on its user’s word, in their name, and then stands in the history', async () => {
    const job = await tried(app, smallList('A'));
    expect(job.households).toMatchObject({ new: 3, refused: 0 });
    const done = await committed(app, job.id);
    expect(done).toMatchObject({ state: 'committed', households: { new: 3 } });
    expect(await householdsOf('A')).toBe(3);
    const [entry] = await rowsOf(
      app,
      `select j.actor = u.id as own, j.region_code from anju.journal j, up_users u
       where j.action = 'import' and j.subject_id = ${job.id} and u.username = 'demo-province'`,
    );
    expect(entry).toEqual({ own: true, region_code: '52' });
    await expectExactStatistics(app);
    const history = await (await app.as('demo-province')).get('/api/exchange/imports').expect(200);
    expect(history.body).toEqual(expect.arrayContaining([expect.objectContaining({ id: job.id, state: 'committed' })]));
    expect(history.headers['content-range']).toMatch(/^imports 0-\d+\/\d+$/);
  });

  it('that was committed before is recognised, and changes nothing', async () => {
    const list = smallList('B');
    const first = await committed(app, (await tried(app, list)).id);
    const again = await tried(app, list);
    expect(again.sameFileAs).toMatchObject({ id: first.id });
    expect(again.households).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    await cancel(again.id).expect(200);
  });

  it('cannot be uploaded a second time while it is under way', async () => {
    const list = smallList('C');
    const job = await tried(app, list);
    const answer = await upload(app, list);
    const { code, errors } = answer.body as { code: string; errors: { file: string } };
    expect([answer.status, code]).toEqual([422, 'ruleBroken']);
    expect(errors.file).toContain('请勿重复上传');
    await cancel(job.id).expect(200);
    const again = await tried(app, list);
    await cancel(again.id).expect(200);
  });

  it('waits while another one is being done', async () => {
    const second = await whileOwnerHolds(IMPORT_LOCK, async () => {
      const first = await upload(app, smallList('D'));
      const { id } = (await upload(app, smallList('E'))).body as ImportJob;
      await importUntil(app, (first.body as ImportJob).id, ({ phase }) => phase === '等待其他导入完成');
      expect(await importOf(app, id)).toMatchObject({ state: 'queued', ahead: 1 });
      return id;
    });
    expect(await importUntil(app, second, ({ state }) => state === 'checked')).toMatchObject({
      households: { new: 3 },
    });
  });

  it('is given up on its user’s word, even while it is being written', async () => {
    const job = await tried(app, smallList('F'));
    await whileOwnerHolds('lock table members in exclusive mode', async () => {
      await commit(job.id);
      await importUntil(app, job.id, ({ phase }) => phase === '写入住户库');
      await cancel(job.id).expect(200);
      await until(
        () => running(job.id),
        (pids) => pids.length === 0,
      );
    });
    expect(await importOf(app, job.id)).toMatchObject({ state: 'cancelled' });
    expect(await householdsOf('F')).toBe(0);
    await cancel(job.id).expect(422);
    await (await app.as('demo-province')).post(`/api/exchange/imports/${job.id}/commit`).expect(422);
  });
});

describe('an import that is killed', () => {
  it('while it is being written leaves nothing half done, says so, and can be committed again', async () => {
    const job = await tried(app, smallList('G'));
    const interrupted = await whileOwnerHolds('lock table members in exclusive mode', async () => {
      await commit(job.id);
      await importUntil(app, job.id, ({ phase }) => phase === '写入住户库');
      await killWorkerOf(job.id, 'SIGKILL');
      return importUntil(app, job.id, ({ state }) => state === 'checked');
    });
    expect(interrupted.message).toBe('写入时服务中断，未写入任何数据，可以再次提交');
    expect(await householdsOf('G')).toBe(0);
    expect(await committed(app, job.id)).toMatchObject({ state: 'committed', message: null });
    expect(await householdsOf('G')).toBe(3);
  });

  it('while it is being tried is tried once more, and given up in words after that', async () => {
    await whileOwnerHolds(IMPORT_LOCK, async () => {
      const { id } = (await upload(app, smallList('H'))).body as ImportJob;
      for (const attempt of [1, 2]) {
        await until(
          () =>
            rowsOf(
              app,
              `select 1 from anju.import_batch where id = ${id} and state = 'checking' and attempts = ${attempt}`,
            ),
          (rows) => rows.length === 1,
        );
        await killWorkerOf(id, 'SIGTERM');
      }
      expect(await importUntil(app, id, ({ state }) => state === 'failed')).toMatchObject({
        message: '试算多次中断，未写入任何数据，请检查文件后重新上传',
      });
    });
  });
});

describe('an import that several processes take up at once', () => {
  it('is written by one of them', async () => {
    const job = await tried(app, smallList('I'));
    await commit(job.id);
    const others = [1, 2, 3].map(
      () =>
        new Promise<number | null>((resolve) => {
          fork(IMPORT_PROCESS, [String(job.id)], { env: process.env, execArgv: [] }).once('exit', resolve);
        }),
    );
    expect(await Promise.all(others)).toEqual([0, 0, 0]);
    expect(await importUntil(app, job.id, ({ state }) => state === 'committed')).toMatchObject({
      households: { new: 3 },
    });
    expect(await householdsOf('I')).toBe(3);
    const entries = `select 1 from anju.journal where action = 'import' and subject_id = ${job.id}`;
    expect(await rowsOf(app, entries)).toHaveLength(1);
  });
});

describe('the workbook of errors', () => {
  it('holds the refused households whole; corrected, it takes them and flags nobody as vanished', async () => {
    const [header = '', ...rows] = smallList('K').split('\r\n');
    const number = rows[0]?.split(',')[1] ?? '';
    const wrong = rows.map((row, index) => (index === 0 ? row.replace(/,(男|女),/, ',无,') : row));
    const job = await tried(app, [header, ...wrong].join('\r\n'), '名单.csv');
    expect(job).toMatchObject({ hasErrorWorkbook: true, households: { new: 2, refused: 1 } });
    const vanishing = job.households?.vanished ?? 0;
    expect(vanishing).toBeGreaterThan(0);
    const workbook = await workbookOf(
      await bytesOf(await app.as('demo-province'), `/api/exchange/imports/${job.id}/errors`),
    );
    const [sheet] = workbook.worksheets;
    if (!sheet) throw new Error('The workbook has no sheet');
    const family = wrong.filter((row) => row.includes(number));
    expect(sheet.rowCount).toBe(family.length + 1);
    expect(sheet.getRow(2).getCell(15).text).toBe('性别：性别只能是男、女');
    expect(sheet.getRow(2).getCell(7).type).not.toBe(ExcelJS.ValueType.Number);
    sheet.getRow(2).getCell(6).value = '女';
    const corrected = Buffer.from(await workbook.xlsx.writeBuffer());
    const again = await tried(app, corrected, '名单-错误.xlsx');
    expect(again).toMatchObject({
      facts: { isCorrection: true },
      households: { new: 1, refused: 0, vanished: 0 },
    });
    expect(await committed(app, again.id)).toMatchObject({
      message: null,
      state: 'committed',
      households: { vanished: 0 },
    });
    expect(await householdsOf('K')).toBe(1);
  });
});

describe('the doors of imports', () => {
  it('refuse a file from nobody before reading it, and one from a person without the duty', async () => {
    const anonymous = await app
      .request()
      .post('/api/exchange/imports')
      .field('kind', 'household')
      .attach('file', Buffer.from('x'), 'a.csv');
    expect(anonymous.status).toBe(401);
    const clerk = await (await app.as('demo-county'))
      .post('/api/exchange/imports')
      .field('kind', 'household')
      .attach('file', Buffer.from('x'), 'a.csv');
    expect(clerk.status).toBe(403);
  });

  it.each([
    ['an empty file', '', 'household', 'file'],
    ['an unknown kind', 'x', 'nothing', 'kind'],
  ])('refuse %s with its field', async (_name, content, kind, field) => {
    const answer = await (await app.as('demo-province'))
      .post('/api/exchange/imports')
      .field('kind', kind)
      .attach('file', Buffer.from(content), 'a.csv');
    expect([answer.status, Object.keys((answer.body as { errors: object }).errors)]).toEqual([400, [field]]);
  });

  it('refuse an upload without a file', async () => {
    const answer = await (await app.as('demo-province')).post('/api/exchange/imports').field('kind', 'household');
    expect([answer.status, answer.body]).toEqual([
      400,
      expect.objectContaining({ errors: { file: '请选择名单文件' } }),
    ]);
  });
});

/** Does something while the owner's transaction holds a lock. */
async function whileOwnerHolds<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: app.ownerUrl });
  await owner.connect();
  try {
    await owner.query(`begin; ${lock}`);
    return await work();
  } finally {
    await owner.end();
  }
}

async function commit(id: number): Promise<void> {
  await (await app.as('demo-province')).post(`/api/exchange/imports/${id}/commit`).expect(200);
}

async function killWorkerOf(id: number, signal: NodeJS.Signals): Promise<void> {
  const [pid] = await running(id);
  if (pid === undefined) throw new Error(`Nobody works on import ${id}`);
  process.kill(pid, signal);
}

function cancel(id: number) {
  return {
    expect: async (status: number) =>
      (await app.as('demo-province')).post(`/api/exchange/imports/${id}/cancel`).expect(status),
  };
}

/** Process ids of those who work on an import. */
async function running(id: number): Promise<readonly number[]> {
  const { rows } = await app.owner.query<{ pid: number }>(
    `select substring(application_name from 'pid (\\d+)')::integer as pid from pg_stat_activity
     where application_name like $1 and datname = current_database()`,
    [`anju import ${id} pid %`],
  );
  return rows.map(({ pid }) => pid);
}

async function householdsOf(mark: string): Promise<number> {
  const [row] = await rowsOf(
    app,
    `select count(*)::integer as n from households where registry_number like 'L${mark}%'`,
  );
  return (row as { n: number }).n;
}

async function registered(): Promise<unknown> {
  return rowsOf(
    app,
    `select (select count(*) from households) as households, (select count(*) from members) as members,
       (select count(*) from anju.journal where subject_table in ('households', 'members')) as journal`,
  );
}
