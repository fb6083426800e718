import { isDeepStrictEqual } from 'node:util';
import type { Door } from '@anju/domain/contracts';
import {
  inTransaction,
  NotSignedIn,
  OutcomeUnknown,
  type ReceivedFiles,
  type RequestScope,
  retryingDeadlocks,
  withRequestScope,
} from '@anju/kit';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { enter, enterWithNext, type Entered, type EnterRequest } from '../queries/enter';
import { enterPanel } from '../queries/enter-panel';
import { doorOf } from './doors';
import { repeatAction } from './repeated-action';
import { SignInCache } from './sign-in-cache';
import { holdsSignIn, SignInUnread } from './sign-in-check';

/** What the hook reads and writes of Koa's context. */
export interface ScopedContext {
  readonly method: string;
  status: number;
  readonly request: {
    readonly header: Readonly<Record<string, string | string[] | undefined>>;
    readonly files?: ReceivedFiles;
  };
  readonly state: {
    requestId?: string;
    door?: Door;
    isAuthenticated?: boolean;
    auth?: unknown;
    user?: { readonly id: number };
    session?: { readonly id: string };
    /** The rows of an uploaded workbook of new persons. */
    newUsers?: readonly (readonly string[])[];
    route?: {
      readonly path?: string;
      readonly handler?: unknown;
      readonly info?: { readonly pluginName?: string };
      readonly config?: { auth?: unknown };
    };
  };
}

type Next = () => Promise<unknown>;
type BeforeScope = (ctx: ScopedContext) => Promise<void>;

/** Strapi's authentication service: an internal without public types; pinned with its version and covered by the attack tests. */
interface AuthService {
  authenticate(ctx: ScopedContext, next: Next): Promise<unknown>;
  verify(auth: unknown, config: unknown): Promise<unknown>;
}

/** Thrown to roll back a transaction whose door answered 4xx or 5xx without throwing; the answer itself stands. */
class AnsweredWithError extends Error {}

/** Thrown to roll back what was done in the name of somebody who is another by now: other duties, another name. */
class ActorChanged extends Error {}

const cache = new SignInCache();
const beforeScope = new Map<string, BeforeScope>();

/** Work that a door does before its request takes a database connection, such as decoding an upload. */
export function registerBeforeScope(doorId: string, work: BeforeScope): void {
  beforeScope.set(doorId, work);
}

/**
 * Puts the region scope around every signed-in request: after Strapi's authentication the rest runs inside one transaction
 * whose first statement is anju.enter() (docs/architecture.md, "Region scope").
 */
export function installScopeHook(strapi: Core.Strapi): void {
  const auth = strapi.get<AuthService>('auth');
  const authenticate = auth.authenticate.bind(auth);
  auth.authenticate = (ctx, next) => {
    const door = doorOf(ctx.state.route);
    if (!door) return authenticate(ctx, () => inPanelScope(strapi, ctx, next));
    const token = bearerToken(ctx);
    if (door.access === 'public') return authenticateSurely(strapi, authenticate, ctx, token, next);
    if (recogniseKnown(ctx, token)) return runScoped(strapi, auth, ctx, next, token);
    return authenticateSurely(strapi, authenticate, ctx, token, () => {
      if (ctx.state.user) return runScoped(strapi, auth, ctx, next, token);
      throw new NotSignedIn();
    });
  };
}

/**
 * Enters the scope of a token that was parsed in the last 15 s and runs `next` in it; undefined when the token is not known,
 * and for doors with work before the scope, which Strapi's own route leads.
 */
export function enterKnown(strapi: Core.Strapi, ctx: ScopedContext, next: Next): Promise<unknown> | undefined {
  const token = bearerToken(ctx);
  const door = doorOf(ctx.state.route);
  if (!door || beforeScope.has(door.id) || !recogniseKnown(ctx, token)) return undefined;
  return inScopeOf(strapi, ctx, next, token, next);
}

/** The panel's own routes run without a region: people's tables are empty there, and the journal says that the panel wrote. */
async function inPanelScope(strapi: Core.Strapi, ctx: ScopedContext, next: Next): Promise<void> {
  const account = ctx.state.user?.id;
  if (account === undefined || ctx.method === 'GET' || ctx.method === 'HEAD') return void (await next());
  try {
    await inTransaction(strapi, async (db) => {
      await enterPanel(db, account);
      await next();
      if (ctx.status >= 400) throw new AnsweredWithError();
    });
  } catch (error) {
    if (!(error instanceof AnsweredWithError)) throw error;
  }
}

/** Puts the sign-in of a token that was parsed in the last 15 s on the context; false when the token is not known. */
function recogniseKnown(ctx: ScopedContext, token: string | undefined): boolean {
  const cached = token === undefined ? undefined : cache.get(token);
  if (!cached) return false;
  ctx.state.isAuthenticated = true;
  ctx.state.auth = cached.auth;
  ctx.state.user = { id: cached.userId };
  ctx.state.session = { id: cached.sessionId };
  return true;
}

/**
 * Strapi calls a person signed out also when it could not read the database: what the database says counts.
 * A public door refuses nobody who sends no token, so that such a refusal is trouble of the database.
 */
async function authenticateSurely(
  strapi: Core.Strapi,
  authenticate: AuthService['authenticate'],
  ctx: ScopedContext,
  token: string | undefined,
  next: Next,
): Promise<void> {
  let isRefused = true;
  await authenticate(ctx, () => {
    isRefused = false;
    return next();
  });
  if (!isRefused) return;
  const mayEnter =
    token === undefined ? doorOf(ctx.state.route)?.access === 'public' : await holdsSignIn(strapi, token);
  if (mayEnter) throw new SignInUnread();
}

async function runScoped(strapi: Core.Strapi, auth: AuthService, ctx: ScopedContext, next: Next, token?: string) {
  const door = doorOf(ctx.state.route);
  const work = door && beforeScope.get(door.id);
  if (work) {
    await auth.verify(ctx.state.auth, ctx.state.route?.config?.auth);
    await work(ctx);
  }
  await inScopeOf(strapi, ctx, next, token);
}

/**
 * Runs `next` in the scope of who asks, and once more where its transaction has to be repeated: by `again`, which only the way of a known
 * token has, else by the controller's action alone.
 */
async function inScopeOf(strapi: Core.Strapi, ctx: ScopedContext, next: Next, token?: string, again?: Next) {
  const door = doorOf(ctx.state.route);
  const readOnly = (ctx.method === 'GET' || ctx.method === 'HEAD') && !door?.journalled;
  const request = enterRequest(ctx, readOnly);
  if (readOnly && door?.scope === 'none') {
    // One statement confirms who asks; such a door asks no second one, so there is nothing to hold a transaction for.
    const entered = await enter(strapi.db.connection, withStamp(request, token));
    const scope = { actor: confirmed(entered, request, ctx, token).actor, requestId: request.requestId, db: undefined };
    await withRequestScope(scope, async () => void (await next()));
    return;
  }
  const work = (attempt: number) => (attempt === 1 ? next() : again ? again() : repeatAction(strapi, ctx));
  const inOwnTransaction = (attempt: number, ahead: boolean) =>
    inTransaction(strapi, async (db) => {
      await entering(db, request, ctx, { token, ahead }, () => work(attempt));
      if (ctx.status >= 400) throw new AnsweredWithError();
    });
  try {
    await retryingDeadlocks(async (attempt) => {
      try {
        await inOwnTransaction(attempt, again !== undefined);
      } catch (error) {
        if (!(error instanceof ActorChanged)) throw error;
        await inOwnTransaction(attempt + 1, false);
      }
    });
  } catch (error) {
    // Of what was only read, nothing can be half saved.
    if (error instanceof OutcomeUnknown && readOnly) throw error.cause;
    if (!(error instanceof AnsweredWithError)) throw error;
  }
}

/**
 * Opens the scope and runs work in it. `ahead`: of a token that was parsed in the last 15 s, the work goes on in the name of whom the database
 * confirmed last, so that `anju.enter` and the work's first statement travel in one packet. That statement is answered only when the
 * database has confirmed the same person again, and nothing is committed or answered before; without it, the database shows nothing.
 */
async function entering(
  db: Knex.Transaction,
  request: EnterRequest,
  ctx: ScopedContext,
  { token, ahead }: { readonly token: string | undefined; readonly ahead: boolean },
  work: Next,
): Promise<void> {
  const { requestId } = request;
  const cached = token === undefined ? undefined : cache.get(token);
  const inScope = (actor: RequestScope['actor']) =>
    withRequestScope({ actor, requestId, db }, async () => void (await work()));
  if (!cached || !ahead)
    return inScope(confirmed(await enter(db, withStamp(request, token)), request, ctx, token).actor);
  const { checked, send } = await enterWithNext(db, withStamp(request, token), (entered) => {
    const { actor } = confirmed(entered, request, ctx, token);
    if (token === undefined || isDeepStrictEqual(actor, cached.actor)) return;
    cache.refresh(token, actor);
    throw new ActorChanged();
  });
  try {
    await inScope(cached.actor);
  } finally {
    send();
    await checked;
  }
}

function enterRequest(ctx: ScopedContext, readOnly: boolean): EnterRequest {
  const userId = ctx.state.user?.id;
  const sessionId = ctx.state.session?.id;
  if (userId === undefined || sessionId === undefined) throw new NotSignedIn();
  return { userId, sessionId, stamp: null, readOnly, requestId: ctx.state.requestId ?? '' };
}

function withStamp(request: EnterRequest, token: string | undefined): EnterRequest {
  return { ...request, stamp: (token !== undefined && cache.get(token)?.stamp) || null };
}

/** Remembers whom the database let in; throws NotSignedIn when it let nobody in. */
function confirmed(
  entered: Entered | undefined,
  { userId, sessionId }: EnterRequest,
  ctx: ScopedContext,
  token: string | undefined,
): Entered {
  if (!entered) {
    if (token !== undefined) cache.drop(token);
    throw new NotSignedIn();
  }
  if (token !== undefined && !cache.get(token)) {
    const { auth, user } = ctx.state;
    cache.set(token, { userId, sessionId, auth, user, ...entered }, tokenExpiry(token));
  }
  return entered;
}

function bearerToken(ctx: ScopedContext): string | undefined {
  const header = ctx.request.header.authorization;
  return typeof header === 'string' ? /^bearer\s+(\S+)$/i.exec(header)?.[1] : undefined;
}

/** Expiry of an already verified token, in milliseconds since the epoch. */
function tokenExpiry(token: string): number {
  const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  const seconds = payload !== null && typeof payload === 'object' && 'exp' in payload ? payload.exp : 0;
  return typeof seconds === 'number' ? seconds * 1000 : 0;
}
