import { request as httpRequest } from 'node:http';
import { startTestApp, type TestApp } from '../../harness/app';

let app: TestApp;
let origin: string;

beforeAll(async () => {
  app = await startTestApp();
  origin = await app.listen();
});

afterAll(() => app.stop());

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
