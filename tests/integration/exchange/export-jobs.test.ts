import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExportJob } from '@anju/domain/contracts';
import ExcelJS from 'exceljs';
import { startTestApp, type TestApp } from '../../harness/app';
import { bytesOf } from '../../harness/bytes';
import { workbookOf } from '../../harness/workbook';
import { committed, exported, importOf, smallList, tried } from './exchange-doors';

const SERVICES = path.join(__dirname, '../../../plugins/exchange/dist/server/services');

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const HOUSEHOLDS = { resource: 'households', filter: {}, format: 'csv' } as const;

describe('an export', () => {
  it('of a county supervisor holds the households of the county and no other, in region order', async () => {
    const job = await exported(app, 'demo-county', HOUSEHOLDS);
    const { rows } = await app.owner.query<{ number: string }>(
      `select coalesce(registry_number, '') as number from households where region_code like '520425%' order by region_code, id`,
    );
    expect(job).toMatchObject({ state: 'done', rowsDone: rows.length, rowsTotal: rows.length });
    const lines = await csvOf(job, 'demo-county');
    expect(lines.slice(1).map((cells) => cells[5])).toEqual(rows.map(({ number }) => number));
    expect(new Set(lines.slice(1).map((cells) => cells[1]))).toEqual(new Set(['紫云苗族布依族自治县']));
  });

  it('holds what the list’s conditions find', async () => {
    const job = await exported(app, 'demo-province', {
      ...HOUSEHOLDS,
      filter: { recognised: true, kind: 'renovation' },
    });
    const lines = await csvOf(job, 'demo-province');
    const { rows } = await app.owner.query<{ n: number }>(
      `select count(*)::integer as n from safeguards where kind = 'renovation' and region_code like '52%'`,
    );
    expect(lines.length - 1).toBe(rows[0]?.n);
    expect(new Set(lines.slice(1).map((cells) => cells[11]))).toEqual(new Set(['农村危房改造']));
  });

  it('begins with the mark of UTF-8, and keeps long numbers as texts', async () => {
    const job = await exported(app, 'demo-county', HOUSEHOLDS);
    const text = (await bytesOf(await app.as('demo-county'), `/api/exchange/exports/${job.id}/file`)).toString('utf8');
    expect(text.startsWith('\ufeff市,县,乡镇,村,')).toBe(true);
    expect(text).toMatch(/"69\d{15}[\dX]\t"/);
  });

  it('shows numbers in full with the duty revealIdentity only, and is journalled', async () => {
    const full = await exported(app, 'demo-county', HOUSEHOLDS);
    expect(full.unmasked).toBe(true);
    expect(await numbersOf(full, 'demo-county')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^69\d{15}[\dX]\t$/)]),
    );
    await app.owner.query(`delete from anju.role_duty where role = 'countySupervisor' and duty = 'revealIdentity'`);
    const masked = await exported(app, 'demo-county', HOUSEHOLDS);
    await app.owner.query(`insert into anju.role_duty values ('countySupervisor', 'revealIdentity')`);
    expect(masked.unmasked).toBe(false);
    const numbers = (await numbersOf(masked, 'demo-county')).filter((number) => number !== '');
    expect(numbers.filter((number) => !number.includes('****'))).toEqual([]);
    const { rows } = await app.owner.query(
      `select detail ->> 'unmasked' as unmasked, detail ->> 'format' as format from anju.journal where action = 'export' and subject_id = any ($1) order by id`,
      [[full.id, masked.id]],
    );
    expect(rows).toEqual([
      { unmasked: 'true', format: 'csv' },
      { unmasked: 'false', format: 'csv' },
    ]);
  });

  it('runs no formula that somebody typed into a name', async () => {
    await app.owner.query(
      `update members set name = '=HYPERLINK("http://x")' where id = (select min(id) from members where is_head and region_code like '520425%')`,
    );
    const lines = await csvOf(await exported(app, 'demo-county', HOUSEHOLDS), 'demo-county');
    expect(lines.map((cells) => cells[6])).toContain(`'=HYPERLINK("http://x")`);
    const job = await exported(app, 'demo-county', { ...HOUSEHOLDS, format: 'xlsx' });
    const sheet = await sheetOf(job);
    const cells = (sheet.getColumn(7).values as ExcelJS.CellValue[]).slice(1);
    expect(cells).toContain('=HYPERLINK("http://x")');
    sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
  });

  it('is a workbook of text cells with the rows of the CSV', async () => {
    const [csv, xlsx] = [
      await exported(app, 'demo-county', HOUSEHOLDS),
      await exported(app, 'demo-county', { ...HOUSEHOLDS, format: 'xlsx' }),
    ];
    const sheet = await sheetOf(xlsx);
    expect(sheet.rowCount).toBe((await csvOf(csv, 'demo-county')).length);
    expect([sheet.getCell('E2').type, sheet.getCell('E2').numFmt]).toEqual([ExcelJS.ValueType.String, '@']);
    expect(sheet.getCell('J2').type).toBe(ExcelJS.ValueType.Number);
  });

  it('belongs to who asked for it: nobody else finds it', async () => {
    const job = await exported(app, 'demo-county', HOUSEHOLDS);
    const province = await app.as('demo-province');
    await province.get(`/api/exchange/exports/${job.id}`).expect(404);
    await province.get(`/api/exchange/exports/${job.id}/file`).expect(404);
    const others = await province.get('/api/exchange/exports').expect(200);
    expect((others.body as ExportJob[]).map(({ id }) => id)).not.toContain(job.id);
    const own = await (await app.as('demo-county')).get('/api/exchange/exports?range=[0,499]').expect(200);
    expect((own.body as ExportJob[]).map(({ id }) => id)).toContain(job.id);
  });

  it('is written once, however many processes look for work', async () => {
    const { startExports } = (await import(path.join(SERVICES, 'export-worker.js'))) as {
      startExports(strapi: unknown, files: unknown): () => Promise<void>;
    };
    const { exchangeFiles } = (await import(path.join(SERVICES, 'open-files.js'))) as { exchangeFiles(): unknown };
    const stops = [1, 2].map(() => startExports(app.strapi, exchangeFiles()));
    const jobs = await Promise.all(
      ['demo-county', 'demo-province', 'demo-city'].map((who) => exported(app, who, HOUSEHOLDS)),
    );
    await Promise.all(stops.map((stop) => stop()));
    const { rows } = await app.owner.query(`select state, attempts from anju.export_job where id = any ($1)`, [
      jobs.map(({ id }) => id),
    ]);
    expect(rows).toEqual(Array(3).fill({ state: 'done', attempts: 1 }));
  });

  it('of a region that is not the caller’s is refused like one that does not exist', async () => {
    const county = await app.as('demo-county');
    const foreign = await county
      .post('/api/exchange/exports')
      .send({ ...HOUSEHOLDS, filter: { regionCode: '520402' } });
    const missing = await county.post('/api/exchange/exports').send({ ...HOUSEHOLDS, filter: { regionCode: '99' } });
    expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
  });

  it.each([
    ['an unknown condition', { ...HOUSEHOLDS, filter: { colour: 'red' } }, 'colour'],
    ['another resource', { ...HOUSEHOLDS, resource: 'users' }, 'resource'],
    ['another format', { ...HOUSEHOLDS, format: 'pdf' }, 'format'],
  ])('is refused for %s, with the field', async (_name, body, field) => {
    const answer = await (await app.as('demo-county')).post('/api/exchange/exports').send(body).expect(400);
    expect(Object.keys((answer.body as { errors: object }).errors).join()).toContain(field);
  });
});

describe('the sweep of files', () => {
  let folder: string;

  beforeAll(async () => {
    const { rows } = await app.owner.query<{ id: string }>('select id from anju.node');
    folder = path.join(app.dataDir, 'exchange', rows[0]?.id ?? '');
  });

  it('removes lists and exports whose time is over, and keeps the history', async () => {
    const before = readdirSync(folder).length;
    const waiting = await tried(app, smallList('A'));
    const done = await committed(app, (await tried(app, smallList('B'))).id);
    const file = await exported(app, 'demo-county', { resource: 'households', filter: {}, format: 'csv' });
    expect(readdirSync(folder)).toHaveLength(before + 3);
    await app.owner.query(
      `update anju.import_batch set expires_at = now() - interval '1 second' where storage_key is not null`,
    );
    await app.owner.query(`update anju.export_job set expires_at = now() - interval '1 second'`);
    await sweep();
    expect(readdirSync(folder)).toEqual([]);
    expect(await importOf(app, waiting.id)).toMatchObject({ state: 'expired' });
    expect(await importOf(app, done.id)).toMatchObject({ state: 'committed', households: { new: 3 } });
    const county = await app.as('demo-county');
    expect((await county.get(`/api/exchange/exports/${file.id}`).expect(200)).body).toMatchObject({ state: 'expired' });
    await county.get(`/api/exchange/exports/${file.id}/file`).expect(404);
  });

  it('removes what broken work left behind, and nothing that a row names', async () => {
    const job = await tried(app, smallList('C'));
    const orphan = path.join(folder, 'orphan.csv');
    const broken = path.join(app.dataDir, 'exchange', 'incoming', 'broken');
    for (const place of [orphan, broken]) writeFileSync(place, 'x');
    const longAgo = new Date(Date.now() - 86_400_000);
    for (const name of readdirSync(folder)) utimesSync(path.join(folder, name), longAgo, longAgo);
    utimesSync(broken, longAgo, longAgo);
    await sweep();
    expect([existsSync(orphan), existsSync(broken)]).toEqual([false, false]);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await committed(app, job.id)).toMatchObject({ state: 'committed' });
  });
});

async function sweep(): Promise<void> {
  const { sweepFiles } = (await import(path.join(SERVICES, 'file-sweep.js'))) as {
    sweepFiles(strapi: unknown, files: unknown, now: number): Promise<void>;
  };
  const { exchangeFiles } = (await import(path.join(SERVICES, 'open-files.js'))) as { exchangeFiles(): unknown };
  await sweepFiles(app.strapi, exchangeFiles(), Date.now());
}

async function csvOf({ id }: ExportJob, username: string): Promise<string[][]> {
  const text = (await bytesOf(await app.as(username), `/api/exchange/exports/${id}/file`)).toString('utf8');
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? ''),
    );
}

async function numbersOf(job: ExportJob, username: string): Promise<string[]> {
  return (await csvOf(job, username)).slice(1).map((cells) => cells[7] ?? '');
}

async function sheetOf({ id }: ExportJob): Promise<ExcelJS.Worksheet> {
  const workbook = await workbookOf(await bytesOf(await app.as('demo-county'), `/api/exchange/exports/${id}/file`));
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('The workbook has no sheet');
  return sheet;
}
