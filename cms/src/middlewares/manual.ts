import path from 'node:path';
import serve from 'koa-static';

const DOCS = path.resolve(__dirname, '..', '..', '..', '..', 'docs');
const PLACE =
  /^\/manual\/(index|clerk|reviewer|supervisor|configurator|administrator|style|pictures\/[a-z-]+)\.(html|css|webp)$/;

interface Context {
  readonly method: string;
  path: string;
  status: number;
  body: unknown;
  set(field: string, value: string): void;
}

/** Serves the manual (docs/manual), which says nothing of anybody: whoever is to sign in may read how. */
export default () => {
  const files = serve(DOCS, { maxage: 0, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') });
  return (ctx: Context, next: () => Promise<void>) =>
    PLACE.test(ctx.path) && (ctx.method === 'GET' || ctx.method === 'HEAD') ? files(ctx, next) : next();
};
