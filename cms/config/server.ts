import path from 'node:path';
import { LONGEST_UPLOAD_MS } from '../src/limits';
import { trustedProxies } from '../src/public-address';

export default () => ({
  host: process.env.HOST ?? '127.0.0.1',
  port: Number(process.env.PORT ?? 1337),
  url: process.env.ANJU_PUBLIC_URL ?? '',
  // What stands before that in X-Forwarded-For was sent by the client, who may write there what he likes.
  proxy: { koa: trustedProxies() > 0, maxIpsCount: trustedProxies() },
  app: { keys: (process.env.ANJU_APP_KEYS ?? '').split(',') },
  http: { serverOptions: { requestTimeout: LONGEST_UPLOAD_MS } },
  dirs: { public: path.join(__dirname, '..', '..', 'public') },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
});
