import { refreshDoor, sessionRevokeDoor, signInDoor, type SignedInUser } from '@anju/domain/contracts';
import { AppError, inTransaction, NotFound, NotSignedIn, parseDoor, requestActor, requestDb } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { endSignIn, isSessionOf, isSessionOlder } from '../queries/end-sign-in';
import { enter } from '../queries/enter';
import { journalSignIn } from '../queries/journal-sign-in';
import { changePassword } from './password-change';
import { sessionOfRefreshToken } from './refresh-token';
import { countTry, judgeNobodysPassword, noteSignIn } from './sign-in-attempt';
import type { SignInContext } from './sign-in-context';
import { signInRules } from './sign-in-rules';

type Action = (ctx: SignInContext, next?: unknown) => Promise<unknown>;
type AuthController = Readonly<Record<string, Action>>;

interface ControllerRegistry {
  extend(uid: string, wrap: (controller: AuthController) => AuthController): unknown;
}

/** 401 whose sentence does not tell whether the name or the password was wrong. */
class WrongCredentials extends AppError {
  constructor() {
    const message = '用户名或密码不正确，或账号已停用、已到期';
    super(401, 'wrongCredentials', message, { password: message });
  }
}

/** Wraps users-permissions' sign-in doors: parsed input, Chinese refusals, and the user as every other door shows them. */
export function wrapSignIn(strapi: Core.Strapi): void {
  strapi
    .get<ControllerRegistry>('controllers')
    .extend('plugin::users-permissions.auth', (controller: AuthController) => ({
      ...controller,
      callback: async (ctx: SignInContext, next?: unknown) => {
        const { body } = parseDoor(signInDoor, ctx);
        ctx.request.body = body;
        const journal = (action: 'signIn' | 'signInRefused') =>
          journalSignIn(strapi.db.connection, action, body.identifier, ctx.state.requestId ?? '');
        const { isKnown, judged } = await countTry(strapi, body.identifier, ctx.ip);
        try {
          await refusingKindly(() => controller.callback?.(ctx, next)).finally(() =>
            isKnown ? undefined : judgeNobodysPassword(strapi, body.password),
          );
          if (ctx.status >= 400) throw new WrongCredentials();
          const user = await signedInUser(strapi, ctx);
          const isOutdated = await noteSignIn(strapi, user.id, ctx.ip);
          const mustChangePassword = user.mustChangePassword || isOutdated;
          ctx.body = { ...tokensOf(ctx.body), user: { ...user, mustChangePassword } };
        } catch (error) {
          if (error instanceof WrongCredentials) await journal('signInRefused');
          throw error;
        } finally {
          judged();
        }
        await journal('signIn');
      },
      refresh: async (ctx: SignInContext, next?: unknown) => {
        const { body } = parseDoor(refreshDoor, ctx);
        const offered = ctx.cookies.get(refreshCookie(strapi)) ?? body?.refreshToken;
        if (offered === undefined) throw new NotSignedIn();
        if (await isIdle(strapi, offered)) await refuseRefresh(strapi, offered);
        await controller.refresh?.(ctx, next);
        if (ctx.status >= 400) await refuseRefresh(strapi, offered);
      },
      logout: async (ctx: SignInContext, next?: unknown) => {
        await endSignIn(requestDb(), requestActor().sessionId);
        await controller.logout?.(ctx, next);
      },
      revokeSession: async (ctx: SignInContext) => {
        const { params } = parseDoor(sessionRevokeDoor, ctx);
        if (!(await isSessionOf(requestDb(), params.sessionId, requestActor().id))) {
          throw new NotFound('没有这次登录，或已经退出');
        }
        await endSignIn(requestDb(), params.sessionId);
        ctx.body = { ok: true };
      },
      changePassword: async (ctx: SignInContext) => {
        await changePassword(strapi, ctx, () => controller.changePassword?.(ctx));
        const { sessionId: _sessionId, ...user } = requestActor();
        ctx.body = { ...tokensOf(ctx.body), user: { ...user, mustChangePassword: false } };
      },
    }));
}

async function refusingKindly(signIn: () => Promise<unknown> | undefined): Promise<void> {
  try {
    await signIn();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'ValidationError' || name === 'ApplicationError') throw new WrongCredentials();
    throw error;
  }
}

/** A refresh token that was used before may have been stolen: the whole sign-in ends. */
async function refuseRefresh(strapi: Core.Strapi, token: string): Promise<never> {
  const session = sessionOf(strapi, token);
  if (session !== undefined) await endSignIn(strapi.db.connection, session);
  throw new NotSignedIn();
}

/** Who works renews the access token every few minutes: a refresh token that waited longer than the policy says was left alone. */
async function isIdle(strapi: Core.Strapi, token: string): Promise<boolean> {
  const { idleSeconds } = await signInRules(strapi.db.connection);
  const session = sessionOf(strapi, token);
  return session !== undefined && (await isSessionOlder(strapi.db.connection, session, idleSeconds));
}

function sessionOf(strapi: Core.Strapi, token: string): string | undefined {
  return sessionOfRefreshToken(token, strapi.config.get<string>('plugin::users-permissions.jwtSecret'));
}

function refreshCookie(strapi: Core.Strapi): string {
  return strapi.config.get<string>('plugin::users-permissions.sessions.cookie.name');
}

interface Tokens {
  readonly jwt: string;
  readonly refreshToken?: string;
}

function tokensOf(body: unknown): Tokens {
  // The body is users-permissions' own answer to a sign-in that succeeded.
  const { jwt, refreshToken } = body as Tokens;
  return refreshToken === undefined ? { jwt } : { jwt, refreshToken };
}

/** Enters with the new token once, so that an expired account or one without a role is refused at the door. */
async function signedInUser(strapi: Core.Strapi, ctx: SignInContext): Promise<SignedInUser> {
  const { payload } = strapi.sessionManager('users-permissions').validateAccessToken(tokensOf(ctx.body).jwt);
  const entered = await inTransaction(strapi, (db) =>
    enter(db, {
      userId: Number(payload?.userId),
      sessionId: payload?.sessionId ?? '',
      stamp: null,
      readOnly: true,
      requestId: ctx.state.requestId ?? '',
    }),
  );
  if (!entered) throw new WrongCredentials();
  const { sessionId: _sessionId, ...user } = entered.actor;
  return user;
}
