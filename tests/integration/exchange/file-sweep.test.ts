import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startTestApp, type TestApp } from '../../harness/app';
import { committed, exported, importOf, smallList, tried } from './exchange-doors';

const compiled = path.join(__dirname, '../../../plugins/exchange/dist/server/services');

let app: TestApp;
let folder: string;

beforeAll(async () => {
  app = await startTestApp();
  const { rows } = await app.owner.query<{ id: string }>('select id from anju.node');
  folder = path.join(app.dataDir, 'exchange', rows[0]?.id ?? '');
});
afterAll(() => app.stop());

it('removes lists and exports whose time is over, and keeps the history', async () => {
  const waiting = await tried(app, smallList('A'));
  const done = await committed(app, (await tried(app, smallList('B'))).id);
  const file = await exported(app, 'demo-county', { resource: 'households', filter: {}, format: 'csv' });
  expect(readdirSync(folder)).toHaveLength(3);
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

async function sweep(): Promise<void> {
  const { sweepFiles } = (await import(path.join(compiled, 'file-sweep.js'))) as {
    sweepFiles(strapi: unknown, files: unknown, now: number): Promise<void>;
  };
  const { exchangeFiles } = (await import(path.join(compiled, 'open-files.js'))) as { exchangeFiles(): unknown };
  await sweepFiles(app.strapi, exchangeFiles(), Date.now());
}
