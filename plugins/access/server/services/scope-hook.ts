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
import { enter } from '../queries/enter';
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
  return inScopeOf(strapi, ctx, next, token);
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

async function inScopeOf(strapi: Core.Strapi, ctx: ScopedContext, next: Next, token?: string): Promise<void> {
  const door = doorOf(ctx.state.route);
  const readOnly = (ctx.method === 'GET' || ctx.method === 'HEAD') && !door?.journalled;
  if (readOnly && door?.scope === 'none') {
    // One statement confirms who asks; such a door asks no second one, so there is nothing to hold a transaction for.
    const scope = await openScope(strapi.db.connection, ctx, readOnly, token);
    await withRequestScope({ ...scope, db: undefined }, async () => void (await next()));
    return;
  }
  try {
    await retryingDeadlocks((attempt) =>
      inTransaction(strapi, async (db) => {
        const scope = await openScope(db, ctx, readOnly, token);
        await withRequestScope({ ...scope, db }, async () => {
          await (attempt === 1 ? next() : repeatAction(strapi, ctx));
        });
        if (ctx.status >= 400) throw new AnsweredWithError();
      }),
    );
  } catch (error) {
    // Of what was only read, nothing can be half saved.
    if (error instanceof OutcomeUnknown && readOnly) throw error.cause;
    if (!(error instanceof AnsweredWithError)) throw error;
  }
}

async function openScope(
  db: Knex,
  ctx: ScopedContext,
  readOnly: boolean,
  token?: string,
): Promise<Omit<RequestScope, 'db'>> {
  const userId = ctx.state.user?.id;
  const sessionId = ctx.state.session?.id;
  if (userId === undefined || sessionId === undefined) throw new NotSignedIn();
  const requestId = ctx.state.requestId ?? '';
  const cached = token === undefined ? undefined : cache.get(token);
  const entered = await enter(db, { userId, sessionId, stamp: cached?.stamp ?? null, readOnly, requestId });
  if (!entered) {
    if (token !== undefined) cache.drop(token);
    throw new NotSignedIn();
  }
  if (token !== undefined && !cached) {
    const { auth, user } = ctx.state;
    cache.set(token, { userId, sessionId, auth, user, stamp: entered.stamp }, tokenExpiry(token));
  }
  return { actor: entered.actor, requestId };
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
