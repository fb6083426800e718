import { request as httpRequest } from 'node:http';
import { startTestApp, type TestApp } from '../../harness/app';

let app: TestApp;

afterEach(() => jest.restoreAllMocks());

const SIGN_IN = { identifier: 'demo-clerk', password: 'Anju-demo-2020' };

async function photo(): Promise<string> {
  const { rows } = await app.owner.query<{ id: number }>(
    `select id from evidences where region_code like '520425%' order by id limit 1`,
  );
  return `/api/registry/evidence/${rows[0]?.id ?? 0}/file`;
}

const PLACES: readonly (readonly [string, () => Promise<string>])[] = [
  ['the page', async () => '/'],
  ['the API', async () => '/api/registry/households'],
  ['a photo', photo],
  ['a page that does not exist', async () => '/nothing/here'],
  ['health', async () => '/_health'],
];

describe('without a proxy', () => {
  let origin: string;

  beforeAll(async () => {
    app = await startTestApp();
    origin = await app.listen();
  });
  afterAll(() => app.stop());

  test.each(PLACES)('%s may load and run only what this server serves', async (_name, place) => {
    const answer = await (await app.as('demo-clerk')).get(await place());
    const policy = directives(answer.headers['content-security-policy']);
    expect(policy).toMatchObject({
      'default-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'self'",
      'frame-ancestors': "'none'",
      'form-action': "'self'",
    });
    // Scripts go by default-src: no other source, nothing inline, nothing evaluated.
    expect(Object.keys(policy).filter((name) => name.startsWith('script-src'))).toEqual([]);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(answer.headers).not.toHaveProperty('x-powered-by');
  });

  test('the page itself holds no inline script', async () => {
    const { text } = await app.request().get('/');
    expect(text).toContain('<script');
    expect(text.match(/<script(?![^>]*\bsrc=)[^>]*>/g)).toBeNull();
    expect(text.match(/\son\w+=/g)).toBeNull();
  });

  test('by http: cookies go without Secure, and no HSTS is sent', async () => {
    const answer = await app.request().post('/api/auth/local').set('x-strapi-refresh-cookie', 'httpOnly').send(SIGN_IN);
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
    expect(cookieOf(answer.headers)).toMatch(/^anju_refresh=[^;]+; path=\/api\/auth;.*samesite=strict; httponly$/i);
  });

  test('no other origin may read an answer', async () => {
    const answer = await app.request().get('/api/access/me').set('Origin', 'https://elsewhere.example.com');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin', expect.stringMatching(/./));
  });

  test('X-Forwarded-For of a client without a proxy is ignored', async () => {
    const fields = await requestLogged({ 'X-Forwarded-For': '203.0.113.9' });
    expect(fields.ip).not.toContain('203.0.113.9');
  });

  describe('every refusal', () => {
    const shape = {
      message: expect.stringMatching(/[一-鿿]/) as string,
      code: expect.any(String) as string,
      errors: expect.any(Object) as object,
    };
    const bearer = async () => ({
      Authorization: `Bearer ${await app.token('demo-clerk')}`,
      'Content-Type': 'application/json',
    });

    it.each([
      [400, 'badInput', 'POST', '/api/registry/households/lookup', '{"idNumbers": [}'],
      [400, 'badInput', 'GET', '/api/registry/households?filter={', undefined],
      [403, 'notAllowed', 'POST', '/api/statistics/recount', '{}'],
      [404, 'notFound', 'GET', '/api/no-such-thing', undefined],
      [404, 'notFound', 'GET', '/no-such-page', undefined],
      [
        413,
        'tooLarge',
        'POST',
        '/api/registry/households/lookup',
        JSON.stringify({ idNumbers: ['x'.repeat(2_000_000)] }),
      ],
    ])('with %d %s has the one shape, in words', async (status, code, method, address, body) => {
      const answer = await fetch(origin + address, {
        method,
        headers: await bearer(),
        ...(body !== undefined && { body }),
      });
      const said = (await answer.json()) as object;
      expect([answer.status, said]).toEqual([status, { ...shape, code }]);
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    });

    it.each(['multipart/form-data; boundary=x', 'multipart/mixed; boundary=x'])(
      'of an upload by nobody comes before its body: %s',
      async (type) => {
        const headers = { 'Content-Type': type, 'Content-Length': String(20 * 1024 * 1024) };
        const status = await new Promise<number | undefined>((resolve, reject) => {
          const sending = httpRequest(`${origin}/api/registry/evidence`, { method: 'POST', headers }, (answer) => {
            resolve(answer.statusCode);
            sending.destroy();
          });
          sending.on('error', reject);
          sending.write('--x\r\n');
        });
        expect(status).toBe(401);
      },
    );

    it('and every answer lets the browser load from this server only', async () => {
      for (const address of ['/', '/api/access/me', '/no-such-page']) {
        const policy = (await fetch(origin + address)).headers.get('content-security-policy') ?? '';
        expect(policy).toContain("default-src 'self'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
      }
    });
  });
});

describe('behind a proxy, with a public address by https', () => {
  /** Read when the application boots. */
  const settings = { ANJU_PUBLIC_URL: 'https://anju.example.gov.cn', ANJU_TRUST_PROXY: '1' };

  beforeAll(async () => {
    Object.assign(process.env, settings);
    app = await startTestApp();
  });
  afterAll(async () => {
    for (const name of Object.keys(settings)) Reflect.deleteProperty(process.env, name);
    await app.stop();
  });

  test('the refresh cookie is Secure, and browsers are told to stay with https', async () => {
    const answer = await app
      .request()
      .post('/api/auth/local')
      .set({ 'x-strapi-refresh-cookie': 'httpOnly', 'X-Forwarded-Proto': 'https' })
      .send(SIGN_IN);
    expect(answer.status).toBe(200);
    expect(cookieOf(answer.headers)).toMatch(/; secure;.*httponly$/i);
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/);
  });

  test('a proxy that does not say https is named in words instead of a sign-in that cannot hold', async () => {
    const answer = await app
      .request()
      .post('/api/auth/local')
      .set({ 'x-strapi-refresh-cookie': 'httpOnly' })
      .send(SIGN_IN);
    expect(answer).toMatchObject({ status: 400, body: { code: 'badInput' } });
    expect(answer.text).toContain('X-Forwarded-Proto');
  });

  test('the address is the one that the proxy wrote, not what the client claims before it', async () => {
    const fields = await requestLogged({ 'X-Forwarded-For': '203.0.113.9, 198.51.100.7' });
    expect(fields.ip).toBe('198.51.100.7');
  });
});

function directives(policy: string | undefined): Record<string, string> {
  const pairs = (policy ?? '').split(';').map((text) => text.trim().split(/ (.*)/s));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
}

function cookieOf(headers: Readonly<Record<string, unknown>>): string {
  const cookies = headers['set-cookie'];
  const found: unknown = Array.isArray(cookies)
    ? cookies.find((cookie) => String(cookie).startsWith('anju_refresh='))
    : '';
  return String(found);
}

async function requestLogged(headers: Record<string, string>): Promise<{ readonly ip: string }> {
  const http = jest.spyOn(app.strapi.log, 'http');
  await app.request().get('/_health').set(headers);
  // winston's types know its other ways of being called; ours is a message and its fields.
  const [, fields] = http.mock.lastCall as unknown as readonly [string, { readonly ip: string }];
  return fields;
}
