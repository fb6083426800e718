import path from 'node:path';
import { LONGEST_UPLOAD_MS } from '../src/limits';

export default () => ({
  host: process.env.HOST ?? '127.0.0.1',
  port: Number(process.env.PORT ?? 1337),
  url: process.env.ANJU_PUBLIC_URL ?? '',
  proxy: { koa: process.env.ANJU_TRUST_PROXY === '1' },
  app: { keys: (process.env.ANJU_APP_KEYS ?? '').split(',') },
  http: { serverOptions: { requestTimeout: LONGEST_UPLOAD_MS } },
  dirs: { public: path.join(__dirname, '..', '..', 'public') },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
});
