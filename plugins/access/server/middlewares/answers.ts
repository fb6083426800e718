import { randomUUID } from 'node:crypto';
import { LARGEST_PHOTO_BYTES } from '@anju/domain/contracts';
import { AppError, databaseErrorCode, type FieldErrors, loggedError } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { databaseRefusal } from '../services/database-refusal';
import { openDoor } from '../services/doors';
import { isPanelPath, isPanelServed } from '../services/panel-doors';

interface ErrorBody {
  readonly message: string;
  readonly code: string;
  readonly errors: FieldErrors;
}

interface Context {
  readonly method: string;
  readonly path: string;
  readonly is: (...types: string[]) => string | false | null;
  status: number;
  body: unknown;
  readonly ip: string;
  /** The router's: the whole path of the door. */
  readonly _matchedRoute?: unknown;
  readonly state: { requestId?: string; route?: { readonly path?: string }; user?: { readonly id?: number } };
  set(field: string, value: string): void;
}

const WORDS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['badInput', '请求有误'],
  401: ['notSignedIn', '登录已失效，请重新登录'],
  403: ['notAllowed', '您的账号没有此项权限'],
  404: ['notFound', '没有找到，或不在您的行政区划内'],
  405: ['notFound', '没有这个接口'],
  413: ['tooLarge', '提交的内容过大，请分次提交'],
  429: ['tooManyRequests', '操作过于频繁，请稍后再试'],
  500: ['internal', '系统出错，请稍后再试'],
};

/** Gives each request an id, one log line without query or names, and every error the one shape `{ message, code, errors }`. */
export const answers: Core.MiddlewareFactory =
  (_config, { strapi }) =>
  async (ctx: Context, next: () => Promise<void>) => {
    const started = performance.now();
    const requestId = randomUUID();
    ctx.state.requestId = requestId;
    ctx.set('X-Request-Id', requestId);
    try {
      await next();
      if (ctx.status >= 400 && ctx.path.startsWith('/api') && !isErrorBody(ctx.body))
        sendError(ctx, inWords(ctx.status));
    } catch (error) {
      const refusal = refusalOf(error, strapi, requestId);
      if (isPanelPath(ctx.path) && isPanelServed()) sendPanelError(ctx, refusal, error);
      else sendError(ctx, refusal);
    }
    const ms = Math.round(performance.now() - started);
    strapi.log.http('request', { requestId, ...requestLine(ctx), ms });
  };

/** What the log tells of a request: the door, not what was asked of it; who by number, not by name. */
function requestLine(ctx: Context) {
  // A path that is no door may be anything, also a name.
  const path = doorPath(ctx) ?? ctx.path.replace(/(%[0-9A-Fa-f]{2})+|\d{6,}/g, '…').slice(0, 100);
  const { id: user } = ctx.state.user ?? {};
  const code = ctx.status >= 400 && isErrorBody(ctx.body) ? ctx.body.code : undefined;
  return { method: ctx.method, path, status: ctx.status, code, user, ip: ctx.ip };
}

function doorPath({ state, _matchedRoute: matched }: Context): string | undefined {
  if (state.route && typeof matched === 'string') return matched;
  // A known token came here without the router.
  return state.route?.path?.startsWith('/api/') ? state.route.path : undefined;
}

function sendError(ctx: Context, refusal: AppError): void {
  const { status, extra, message, code, errors } = ctx.is('multipart') ? uploadRefusal(ctx, refusal) : refusal;
  ctx.status = status;
  ctx.body = {
    ...extra,
    message,
    code,
    errors,
  } satisfies ErrorBody;
}

/** The panel reads Strapi's own shape of an error. */
function sendPanelError(ctx: Context, { status, message, code }: AppError, error: unknown): void {
  ctx.status = status;
  // Strapi's own refusals are meant for its panel; ours and the database's are told in our words.
  const own = status < 500 && error instanceof Error && error.name in STRAPI_STATUS ? error.message : message;
  ctx.body = { data: null, error: { status, name: code, message: own, details: {} } };
}

function refusalOf(error: unknown, strapi: Core.Strapi, requestId: string): AppError {
  if (error instanceof AppError) return error;
  const fromDatabase = databaseRefusal(error);
  if (fromDatabase) {
    const { status, code } = fromDatabase;
    if (status >= 500) strapi.log.warn('database trouble', { requestId, code, database: databaseErrorCode(error) });
    return fromDatabase;
  }
  const status = statusOf(error);
  if (status < 500) return inWords(status);
  strapi.log.error('defect', { requestId, stack: loggedError(error) });
  return new AppError(500, 'internal', `系统出错，请稍后再试（编号 ${requestId.slice(0, 8)}）`);
}

/** Status of an error that Strapi, koa-body or http-errors threw. */
function statusOf(error: unknown): number {
  if (error === null || typeof error !== 'object') return 500;
  if ('status' in error && typeof error.status === 'number') return error.status;
  if ('name' in error) return STRAPI_STATUS[String(error.name)] ?? 500;
  return 500;
}

const STRAPI_STATUS: Readonly<Record<string, number>> = {
  ValidationError: 400,
  ApplicationError: 400,
  UnauthorizedError: 401,
  ForbiddenError: 403,
  PolicyError: 403,
  NotFoundError: 404,
  PayloadTooLargeError: 413,
  RateLimitError: 429,
};

function inWords(status: number): AppError {
  const [code, message] = WORDS[status] ?? WORDS[status < 500 ? 400 : 500] ?? ['internal', '系统出错'];
  // Only an upload can be as large as that.
  return new AppError(status, code, message);
}

/** The body parser has no words for a file beyond its limit; a door's own words stand. */
function uploadRefusal(ctx: Context, refusal: AppError): AppError {
  if (refusal.code !== 'tooLarge') return refusal;
  const limit = sizeText(openDoor(ctx.method, ctx.path)?.largestFile ?? LARGEST_PHOTO_BYTES);
  const message = `文件超过 ${limit}，请压缩或分成几份后再上传`;
  return new AppError(413, 'fileTooLarge', message, { file: message });
}

function sizeText(bytes: number): string {
  return bytes >= 1024 ** 3 ? `${bytes / 1024 ** 3} GB` : `${bytes / 1024 ** 2} MB`;
}

function isErrorBody(body: unknown): body is ErrorBody {
  return body !== null && typeof body === 'object' && 'message' in body && 'code' in body;
}
