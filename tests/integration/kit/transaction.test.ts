import { inTransaction } from '@anju/kit';
import { startTestApp, type TestApp } from '../../harness/app';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.stop());

test('a transaction whose connection dies before the COMMIT is refused, not acknowledged', async () => {
  const saved = inTransaction(app.strapi, async (db) => {
    const { rows } = await db.raw<{ rows: { pid: number }[] }>('select pg_backend_pid() as pid');
    await app.strapi.db.connection.raw('select pg_terminate_backend(?, 10000)', [rows[0]?.pid ?? 0]);
    return 'saved';
  });
  await expect(saved).rejects.toMatchObject({ status: 503, code: 'outcomeUnknown' });
});

test('a transaction answers what its work answers', async () => {
  await expect(inTransaction(app.strapi, () => Promise.resolve('saved'))).resolves.toBe('saved');
});

test('a transaction of its own is refused inside another', async () => {
  const nested = inTransaction(app.strapi, () => inTransaction(app.strapi, () => Promise.resolve('saved')));
  await expect(nested).rejects.toThrow('must not run inside a transaction');
});
