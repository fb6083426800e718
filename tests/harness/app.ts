import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import supertest from 'supertest';
import { cloneTemplate } from './clone';

export const DEMO_PASSWORD = 'Anju-demo-2020';

/** A running application on its own clone of the template database. */
export interface TestApp {
  readonly strapi: Core.Strapi;
  /** The owner's connection, which row level security does not bind: to arrange and to check. */
  readonly owner: Client;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly dataDir: string;
  /** What the demonstration generator says it injected. */
  readonly expected: unknown;
  request(): ReturnType<typeof supertest>;
  /** Access token of an account; signed in once per file. */
  token(username: string, password?: string): Promise<string>;
  /** A request with the account's token. */
  as(username: string): Promise<Caller>;
  /** Listens on a free port, for a browser. */
  listen(): Promise<string>;
  stop(): Promise<void>;
}

type Method = 'get' | 'post' | 'put' | 'delete';
export type Caller = Record<Method, (url: string) => supertest.Test>;

const compiled = path.join(__dirname, '..', '..', 'cms', 'dist', 'src');

/** Clones the template database and its data folder and boots the application on them. */
export async function startTestApp(): Promise<TestApp> {
  const clone = await cloneTemplate();
  const { dataDir, ownerUrl } = clone;
  process.env.ANJU_DATA_DIR = dataDir;
  const { loadSecrets } = (await import(path.join(compiled, 'secrets.js'))) as { loadSecrets(): void };
  const { createApp } = (await import(path.join(compiled, 'app.js'))) as { createApp(url: string): Core.Strapi };
  const { appUrl } = (await import(path.join(compiled, 'app-role.js'))) as { appUrl(ownerUrl: string): string };
  loadSecrets();
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const strapi = createApp(appUrl(ownerUrl));
  strapi.log.level = 'error';
  await strapi.load();
  strapi.server.mount();
  const expected: unknown = JSON.parse(readFileSync(path.join(dataDir, 'expected.json'), 'utf8'));
  return { ...callers(strapi), strapi, owner, ownerUrl, appUrl: appUrl(ownerUrl), dataDir, expected, stop };

  async function stop(): Promise<void> {
    await strapi.destroy();
    await owner.end();
    await clone.remove();
  }
}

function callers(strapi: Core.Strapi): Pick<TestApp, 'request' | 'token' | 'as' | 'listen'> {
  const tokens = new Map<string, string>();
  const request = () => supertest(strapi.server.httpServer);
  const token = async (username: string, password = DEMO_PASSWORD) => {
    const known = tokens.get(username);
    if (known) return known;
    const answer = await request().post('/api/auth/local').send({ identifier: username, password });
    if (answer.status !== 200) throw new Error(`${username} cannot sign in: ${answer.status} ${answer.text}`);
    const { jwt } = answer.body as { jwt: string };
    tokens.set(username, jwt);
    return jwt;
  };
  const as = async (username: string): Promise<Caller> => {
    const bearer = `Bearer ${await token(username)}`;
    const call = (method: Method) => (url: string) => request()[method](url).set('Authorization', bearer);
    return { get: call('get'), post: call('post'), put: call('put'), delete: call('delete') };
  };
  const listen = async () => {
    const { httpServer } = strapi.server;
    await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
    const address = httpServer.address();
    if (address === null || typeof address === 'string') throw new Error('The test server has no port');
    return `http://127.0.0.1:${address.port}`;
  };
  return { request, token, as, listen };
}
