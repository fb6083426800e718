import { signInDoor, type SignedInUser } from '@anju/domain/contracts';
import { AppError, parseDoor, requestScope } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { enter } from '../queries/enter';

interface Context {
  body: unknown;
  status: number;
  readonly request: { body?: unknown };
  readonly state: { requestId?: string };
}

type Action = (ctx: Context, next?: unknown) => Promise<unknown>;
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

/** Wraps users-permissions' sign-in: parsed input, Chinese refusals, and the user as every other door shows them. */
export function wrapSignIn(strapi: Core.Strapi): void {
  strapi
    .get<ControllerRegistry>('controllers')
    .extend('plugin::users-permissions.auth', (controller: AuthController) => ({
      ...controller,
      callback: async (ctx: Context, next?: unknown) => {
        const { body } = parseDoor(signInDoor, ctx);
        ctx.request.body = body;
        await refusingKindly(() => controller.callback?.(ctx, next));
        if (ctx.status >= 400) throw new WrongCredentials();
        ctx.body = { ...tokensOf(ctx.body), user: await signedInUser(strapi, ctx) };
      },
      changePassword: async (ctx: Context, next?: unknown) => {
        await controller.changePassword?.(ctx, next);
        const { sessionId: _sessionId, ...user } = requestScope().actor ?? { sessionId: '' };
        if (ctx.status < 400) ctx.body = { ...tokensOf(ctx.body), user: { ...user, mustChangePassword: false } };
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
async function signedInUser(strapi: Core.Strapi, ctx: Context): Promise<SignedInUser> {
  const { payload } = strapi.sessionManager('users-permissions').validateAccessToken(tokensOf(ctx.body).jwt);
  const entered = await strapi.db.transaction(({ trx }) =>
    enter(trx as Parameters<typeof enter>[0], {
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
