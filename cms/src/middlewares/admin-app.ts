import { existsSync } from 'node:fs';
import path from 'node:path';
import serve from 'koa-static';

const ADMIN_APP = path.resolve(__dirname, '..', '..', '..', '..', 'admin', 'dist');
const YEAR_MS = 365 * 24 * 3600 * 1000;

interface Context {
  readonly method: string;
  path: string;
  status: number;
  body: unknown;
  set(field: string, value: string): void;
}

/** Serves the built admin app: hashed assets for a year, the page itself never from a cache. */
export default () => {
  const assets = serve(path.join(ADMIN_APP), { maxage: 0, index: 'index.html', setHeaders: cacheFor });
  return async (ctx: Context, next: () => Promise<void>) => {
    if (!isPage(ctx)) return next();
    if (existsSync(path.join(ADMIN_APP, 'index.html'))) return assets(ctx, next);
    ctx.status = 503;
    ctx.body = '管理界面尚未构建，请运行 npm run build';
  };
};

function isPage(ctx: Context): boolean {
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return false;
  return (
    ctx.path === '/' || ctx.path === '/index.html' || ctx.path === '/favicon.svg' || ctx.path.startsWith('/assets/')
  );
}

function cacheFor(response: { setHeader(name: string, value: string): void }, file: string): void {
  const forever = file.includes(`${path.sep}assets${path.sep}`);
  response.setHeader('Cache-Control', forever ? `public, max-age=${YEAR_MS / 1000}, immutable` : 'no-cache');
}
