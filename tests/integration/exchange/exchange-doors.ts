import type { ImportKind } from '@anju/domain';
import type { ExportJob, ImportJobDetail } from '@anju/domain/contracts';
import type supertest from 'supertest';
import type { TestApp } from '../../harness/app';
import { lines } from './list-file';

// No expectation: with other tests beside it, the largest list takes most of a minute.
const PATIENCE_MS = 100_000;
const POLL_MS = 50;

/** What is imported, and by whom. */
export interface Importing {
  readonly kind?: ImportKind;
  readonly who?: string;
}

/** Uploads a list, as demo-province a household list where nothing else is asked. */
export async function upload(
  app: TestApp,
  content: Buffer | string,
  name = 'list.csv',
  { kind = 'household', who = 'demo-province' }: Importing = {},
): Promise<supertest.Response> {
  const caller = await app.as(who);
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return caller.post('/api/exchange/imports').field('kind', kind).attach('file', bytes, name);
}

/** Uploads a list and waits for the end of its dry run. */
export async function tried(
  app: TestApp,
  content: Buffer | string,
  name?: string,
  importing?: Importing,
): Promise<ImportJobDetail> {
  const answer = await upload(app, content, name, importing);
  if (answer.status !== 200) throw new Error(`The upload was refused: ${answer.status} ${answer.text}`);
  return importUntil(
    app,
    (answer.body as ImportJobDetail).id,
    ({ state }) => state !== 'queued' && state !== 'checking',
    importing?.who,
  );
}

/** Commits a tried list and waits for its end. */
export async function committed(app: TestApp, id: number, who = 'demo-province'): Promise<ImportJobDetail> {
  await (await app.as(who)).post(`/api/exchange/imports/${id}/commit`).expect(200);
  return importUntil(app, id, ({ state }) => state !== 'commitQueued' && state !== 'committing', who);
}

/** Asks for a committed import to be taken back and waits for the answer of the job. */
export async function undone(app: TestApp, id: number, who = 'demo-province'): Promise<ImportJobDetail> {
  await (await app.as(who)).post(`/api/exchange/imports/${id}/undo`).expect(200);
  return importUntil(app, id, ({ state }) => state !== 'undoQueued' && state !== 'undoing', who);
}

export async function importOf(app: TestApp, id: number, who = 'demo-province'): Promise<ImportJobDetail> {
  const answer = await (await app.as(who)).get(`/api/exchange/imports/${id}`).expect(200);
  return answer.body as ImportJobDetail;
}

/** The import as soon as it is as wished. */
export function importUntil(
  app: TestApp,
  id: number,
  isReached: (job: ImportJobDetail) => boolean,
  who?: string,
): Promise<ImportJobDetail> {
  return until(() => importOf(app, id, who), isReached);
}

/** Asks again and again until the answer is as wished; throws with the last one after 100 seconds. */
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

/** A list of the first households of the fixture, each of whose numbers carries the mark: no other list has them. */
export function smallList(mark: string, households = 3): string {
  const [header = '', ...rows] = lines();
  const numbers = [...new Set(rows.slice(300).map((row) => row.split(',')[1] ?? ''))].slice(0, households);
  const own = rows.filter((row) => numbers.includes(row.split(',')[1] ?? ''));
  return [header, ...own.map((row) => row.replaceAll('LIST520425', `L${mark}`))].join('\r\n');
}
