import { rm } from 'node:fs/promises';
import { importUploadDoor } from '@anju/domain/contracts';
import type { Core } from '@strapi/strapi';
import { incomingFolder } from '../services/exchange-files';

interface BodyConfig {
  readonly formidable?: Readonly<Record<string, unknown>>;
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
type Factory = (config: BodyConfig, tools: { readonly strapi: Core.Strapi }) => Handler;

/** Strapi keeps its own middlewares in a registry without public types. */
interface MiddlewareRegistry {
  extend(uid: string, wrap: (factory: Factory) => Factory): unknown;
}

const LIST_UPLOAD = `/api${importUploadDoor.path}`;

/**
 * Gives Strapi's body parser limits of its own for the upload of a list, which it streams to the data folder: the system's
 * temporary folder may be small, and a move from there would be a copy. What nobody has taken is removed at the end.
 */
export function takeLargeLists(strapi: Core.Strapi): void {
  strapi.get<MiddlewareRegistry>('middlewares').extend('strapi::body', (factory) => (config, tools) => {
    const usual = factory(config, tools);
    const lists = factory({ ...config, formidable: { ...config.formidable, ...listLimits() } }, tools);
    return async (ctx, next) => {
      if (ctx.method !== 'POST' || ctx.path !== LIST_UPLOAD) return usual(ctx, next);
      await lists(ctx, () => removingRest(ctx, next));
    };
  });
}

async function removingRest(ctx: UploadContext, next: () => Promise<void>): Promise<void> {
  const received = Object.values(ctx.request.files ?? {}).flatMap((files) => files ?? []);
  try {
    await next();
  } finally {
    await Promise.all(received.map(({ filepath }) => rm(filepath, { force: true })));
  }
}

function listLimits(): Readonly<Record<string, unknown>> {
  const largest = importUploadDoor.largestFile;
  return { uploadDir: incomingFolder(), maxFileSize: largest, maxTotalFileSize: largest };
}
