import type { ExportJob, ImportJobDetail } from '@anju/domain/contracts';
import type supertest from 'supertest';
import type { TestApp } from '../../harness/app';
import { lines } from './list-file';

const PATIENCE_MS = 40_000;
const POLL_MS = 50;

/** Uploads a list as demo-province. */
export async function upload(app: TestApp, content: Buffer | string, name = 'list.csv'): Promise<supertest.Response> {
  const caller = await app.as('demo-province');
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return caller.post('/api/exchange/imports').field('kind', 'household').attach('file', bytes, name);
}

/** Uploads a list and waits for the end of its dry run. */
export async function tried(app: TestApp, content: Buffer | string, name?: string): Promise<ImportJobDetail> {
  const { status, body, text } = await upload(app, content, name);
  if (status !== 200) throw new Error(`The upload was refused: ${status} ${text}`);
  return importUntil(app, (body as ImportJobDetail).id, ({ state }) => state !== 'queued' && state !== 'checking');
}

/** Commits a tried list and waits for its end. */
export async function committed(app: TestApp, id: number): Promise<ImportJobDetail> {
  await (await app.as('demo-province')).post(`/api/exchange/imports/${id}/commit`).expect(200);
  return importUntil(app, id, ({ state }) => state !== 'commitQueued' && state !== 'committing');
}

export async function importOf(app: TestApp, id: number): Promise<ImportJobDetail> {
  const { body } = await (await app.as('demo-province')).get(`/api/exchange/imports/${id}`).expect(200);
  return body as ImportJobDetail;
}

/** The import as soon as it is as wished. */
export function importUntil(
  app: TestApp,
  id: number,
  isReached: (job: ImportJobDetail) => boolean,
): Promise<ImportJobDetail> {
  return until(() => importOf(app, id), isReached);
}

/** Asks again and again until the answer is as wished; throws with the last one after 40 seconds. */
export async function until<T>(ask: () => Promise<T>, isReached: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (isReached(answer)) return answer;
    if (Date.now() > end) throw new Error(`Not reached: ${JSON.stringify(answer).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Asks for an export and waits for its end. */
export async function exported(app: TestApp, username: string, body: object): Promise<ExportJob> {
  const caller = await app.as(username);
  const asked = await caller.post('/api/exchange/exports').send(body);
  if (asked.status !== 200) throw new Error(`The export was refused: ${asked.status} ${asked.text}`);
  const { id } = asked.body as ExportJob;
  return until(
    async () => (await caller.get(`/api/exchange/exports/${id}`).expect(200)).body as ExportJob,
    ({ state }) => state !== 'queued' && state !== 'running',
  );
}

/** The bytes of a door that answers a file. */
export async function bytesOf(app: TestApp, username: string, address: string): Promise<Buffer> {
  const answer = await (
    await app.as(username)
  )
    .get(address)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  return answer.body as Buffer;
}

/** A list of the first households of the fixture, each of whose numbers carries the mark: no other list has them. */
export function smallList(mark: string, households = 3): string {
  const [header = '', ...rows] = lines();
  const numbers = [...new Set(rows.slice(300).map((row) => row.split(',')[1] ?? ''))].slice(0, households);
  const own = rows.filter((row) => numbers.includes(row.split(',')[1] ?? ''));
  return [header, ...own.map((row) => row.replaceAll('LIST520425', `L${mark}`))].join('\r\n');
}
