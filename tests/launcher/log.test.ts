import { ask } from './database-content';
import { fillDataFolder, newFolder, removeFolders } from '../processes/embedded-server';
import { freePort } from '../processes/free-port';
import { clerkToken } from '../processes/saves';
import { endPrograms, startCommand, type StartedProgram } from '../processes/started-program';

/** `npm start` fills and prepares its database first. */
jest.setTimeout(300_000);

interface LogLine {
  readonly time: string;
  readonly level: string;
  readonly message: string;
  readonly [field: string]: unknown;
}

const dataFolder = newFolder();
let address: string;
let app: StartedProgram;
let token: string;
let member: { id: number; household_id: number; name: string; number: string; phone: string };

beforeAll(async () => {
  await fillDataFolder(dataFolder);
  const [found] = await ask(
    dataFolder,
    `select id, household_id, name, registry_id_number as number, registry_phone as phone from members
     where region_code like '520425%' and registry_phone is not null order by id limit 1`,
  );
  // One row of the query above.
  member = found as typeof member;
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  // Every statement counts as slow, so that the log shows what it tells of statements.
  app = startCommand('npm', ['start'], { ANJU_DATA_DIR: dataFolder, PORT: String(port), ANJU_SLOW_QUERY_MS: '0' });
  await app.line(/密码均为/);
  token = await clerkToken(address);
});

afterAll(async () => {
  await endPrograms();
  removeFolders();
});

test('a request is one line of JSON with its id, door, status, duration and account', async () => {
  const answer = await call('GET', `/api/registry/households/${member.household_id}`);
  expect(answer.status).toBe(200);
  const [line] = await linesOf(answer);
  expect(line).toMatchObject({ level: 'http', method: 'GET', path: '/api/registry/households/:id', status: 200 });
  expect(line).toMatchObject({ ms: expect.any(Number) as number, user: expect.any(Number) as number });
  expect(Date.parse(line?.time ?? '')).toBeGreaterThan(0);
});

test('a refused request tells its code', async () => {
  const [line] = await linesOf(await call('GET', '/api/registry/households?filter={"nothing":1}'));
  expect(line).toMatchObject({ status: 400, code: 'badInput' });
});

test('a statement over the threshold is told with its request, its milliseconds and its placeholders', async () => {
  const answer = await call('GET', `/api/registry/households/${member.household_id}`);
  await linesOf(answer);
  const statements = lines().filter(
    ({ message, requestId }) => message === 'slow query' && requestId === answer.headers.get('x-request-id'),
  );
  expect(statements.length).toBeGreaterThan(1);
  for (const { ms, sql } of statements) expect([typeof ms, typeof sql]).toEqual(['number', 'string']);
  expect(statements.map(({ sql }) => sql).join('\n')).toMatch(/\$1/);
});

test('nothing of a person reaches the log: not in a search, a filter, a path, a save, an upload or a failure', async () => {
  const { name, number, phone, household_id: id } = member;
  const filter = (value: object) => `/api/registry/households?filter=${encodeURIComponent(JSON.stringify(value))}`;
  const answers = [
    await call('GET', filter({ q: number })),
    await call('GET', filter({ q: name })),
    await call('GET', filter({ idNumber: number })),
    await call('GET', `/api/registry/households?filter=${encodeURIComponent(`{"q":"${number}"`)}`),
    await call('GET', `/api/registry/${number}/${encodeURIComponent(name)}`),
    await call('GET', `/api/registry/households/${number}`),
    await call('PUT', `/api/registry/households/${id}`, { version: 0, remark: `${name} ${number} ${phone}` }),
    await call('PUT', `/api/registry/households/${id}`, { version: number, remark: `\u0000${number}` }),
    await call('POST', '/api/auth/local', { identifier: number, password: phone }),
    await call('POST', '/api/auth/local', `{"identifier":"${number}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 400, 404]));
  for (const answer of answers) await linesOf(answer);
  const logged = app.printed();
  expect(logged).not.toMatch(/\?|filter=/);
  for (const secret of [number, phone, name, encodeURIComponent(name), token]) expect(logged).not.toContain(secret);
});

test('every line but the words to the operator is JSON', () => {
  const others = app
    .printed()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('{'));
  expect(others.filter((line) => !/[一-鿿]|^> |^ {2}demo-|^npm /.test(line))).toEqual([]);
  expect(lines().every(({ time, level, message }) => time && level && message)).toBe(true);
});

function call(method: string, path: string, body?: object | string): Promise<Response> {
  return fetch(address + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** The lines of a request, as soon as its last one, that of its end, has been printed. */
async function linesOf(answer: Response): Promise<readonly LogLine[]> {
  const id = answer.headers.get('x-request-id') ?? 'none';
  await app.line(new RegExp(`"message":"request","requestId":"${id}"`));
  return lines().filter(({ message, requestId }) => message === 'request' && requestId === id);
}

function lines(): readonly LogLine[] {
  const text = app.printed().split('\n').slice(0, -1);
  // Our own lines.
  return text.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as LogLine);
}
