import { rm } from 'node:fs/promises';
import { importUploadDoor } from '@anju/domain/contracts';
import { dataPath } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { mkdirSync } from 'node:fs';

interface BodyConfig {
  readonly formidable: Readonly<Record<string, unknown>>;
}

interface UploadContext {
  readonly method: string;
  readonly path: string;
  readonly request: { readonly files?: Readonly<Record<string, FileLike | readonly FileLike[] | undefined>> };
}

interface FileLike {
  readonly filepath: string;
}

type Handler = (ctx: UploadContext, next: () => Promise<void>) => Promise<void>;

const LIST_UPLOAD = `/api${importUploadDoor.path}`;

/**
 * Strapi's body parser, twice: with the usual limits, and for the upload of a list with that door's own, streamed to the
 * data folder (the system's temporary folder may be small, and a move from there would be a copy).
 */
const body: Core.MiddlewareFactory<BodyConfig> = (config, { strapi }) => {
  const usual = bodyParser(strapi, config);
  const lists = bodyParser(strapi, { ...config, formidable: { ...config.formidable, ...listLimits() } });
  return async (ctx: UploadContext, next: () => Promise<void>) => {
    if (ctx.method !== 'POST' || ctx.path !== LIST_UPLOAD) return usual(ctx, next);
    await lists(ctx, async () => {
      const received = () => Object.values(ctx.request.files ?? {}).flatMap((files) => files ?? []);
      try {
        await next();
      } finally {
        await Promise.all(received().map(({ filepath }) => rm(filepath, { force: true })));
      }
    });
  };
};

export default body;

function listLimits(): Readonly<Record<string, unknown>> {
  const uploadDir = dataPath('exchange', 'incoming');
  mkdirSync(uploadDir, { recursive: true, mode: 0o700 });
  const largest = importUploadDoor.largestFile;
  return { uploadDir, maxFileSize: largest, maxTotalFileSize: largest };
}

/** Strapi keeps its own middlewares in a registry without public types. */
interface MiddlewareRegistry {
  get(name: string): (config: unknown, tools: { strapi: Core.Strapi }) => Handler;
}

function bodyParser(strapi: Core.Strapi, config: unknown): Handler {
  return strapi.get<MiddlewareRegistry>('middlewares').get('strapi::body')(config, { strapi });
}
