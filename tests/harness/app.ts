import path from 'node:path';
import type { Core } from '@strapi/strapi';
import supertest from 'supertest';
import { type Clone, cloneTemplate } from './clone';
import { openDatabase, type TestDatabase } from './database';
import { COMPILED } from './places';

export const DEMO_PASSWORD = 'Anju-demo-2020';

/** A running application on its own clone of the template database. */
export interface TestApp extends TestDatabase {
  readonly strapi: Core.Strapi;
  request(): ReturnType<typeof supertest>;
  /** Access token of an account; signed in once per file. */
  token(username: string, password?: string): Promise<string>;
  /** A request with the account's token. */
  as(username: string): Promise<Caller>;
  /** Listens on a free port, for a browser. */
  listen(): Promise<string>;
}

type Method = 'get' | 'post' | 'put' | 'delete';
export type Caller = Record<Method, (url: string) => supertest.Test>;

/** Clones the template database and its data folder and boots the application on them. */
export async function startTestApp(): Promise<TestApp> {
  return bootOn(await cloneTemplate());
}

/** Ends the application and boots another on the same database and data folder, with nothing left in memory. */
export async function restartTestApp(app: TestApp): Promise<TestApp> {
  await app.strapi.destroy();
  await app.owner.end();
  jest.resetModules();
  return bootOn(app.clone);
}

async function bootOn(clone: Clone): Promise<TestApp> {
  const database = await openDatabase(clone);
  const { createApp } = (await import(path.join(COMPILED, 'app.js'))) as { createApp(url: string): Core.Strapi };
  const strapi = createApp(database.appUrl);
  strapi.log.level = 'error';
  await strapi.load();
  strapi.server.mount();
  return { ...database, ...callers(strapi), strapi, stop };

  async function stop(): Promise<void> {
    await strapi.destroy();
    await database.stop();
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
