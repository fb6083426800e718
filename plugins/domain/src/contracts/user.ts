import { z } from 'zod';
import { DUTIES } from '../duties';
import { USER_LEVELS } from '../vocabulary';
import { door } from './door';
import { requiredText } from './field-shapes';

/** A signed-in user as every answer shows them. */
export const signedInUser = z.object({
  id: z.int(),
  username: z.string(),
  name: z.string(),
  role: z.string(),
  duties: z.array(z.enum(DUTIES)),
  level: z.enum(USER_LEVELS),
  /** Empty text is the nation; null is a township user whose township is not set yet: no rows. */
  regionCode: z.string().nullable(),
  regionName: z.string().nullable(),
  /** Persons answerable for review, from the user ledger: the defaults of the recognition form. */
  townshipReviewer: z.string().nullable(),
  countyReviewer: z.string().nullable(),
  mustChangePassword: z.boolean(),
  /** The register holds demonstration data: every screen says so. */
  demonstration: z.boolean(),
});
export type SignedInUser = z.infer<typeof signedInUser>;

const tokens = { jwt: z.string(), refreshToken: z.string().optional() };
/** Tokens and the user; the refresh token is absent where it travels as a cookie. */
export const signInAnswer = z.object({ ...tokens, user: signedInUser });
export type SignInAnswer = z.infer<typeof signInAnswer>;

export const signInDoor = door({
  id: 'users-permissions.auth.callback',
  method: 'POST',
  path: '/auth/local',
  access: 'public',
  scope: 'none',
  summary: 'Sign in with user name and password',
  body: z.strictObject({ identifier: requiredText('用户名', 100), password: requiredText('密码', 200) }),
  answer: signInAnswer,
});

export const refreshDoor = door({
  id: 'users-permissions.auth.refresh',
  method: 'POST',
  path: '/auth/refresh',
  access: 'public',
  scope: 'none',
  summary: 'Exchange a refresh token for a new pair; a token used twice ends the sign-in',
  body: z.strictObject({ refreshToken: z.string().optional() }).optional(),
  answer: z.object(tokens),
});

export const signOutDoor = door({
  id: 'users-permissions.auth.logout',
  method: 'POST',
  path: '/auth/logout',
  access: 'signedIn',
  scope: 'none',
  summary: 'End the sign-in',
  answer: z.object({ ok: z.boolean() }),
});

/** One of the user's own sign-ins, on some device. */
export const ownSession = z.object({
  id: z.string(),
  current: z.boolean(),
  deviceName: z.string().optional(),
  loginAt: z.string().optional(),
  lastActiveAt: z.string().optional(),
});
export type OwnSession = z.infer<typeof ownSession>;

export const sessionsDoor = door({
  id: 'users-permissions.auth.getSessions',
  method: 'GET',
  path: '/auth/sessions',
  access: 'signedIn',
  scope: 'none',
  summary: "The user's own open sign-ins",
  answer: z.object({ data: z.array(ownSession) }),
});

export const sessionRevokeDoor = door({
  id: 'users-permissions.auth.revokeSession',
  method: 'DELETE',
  path: '/auth/sessions/:sessionId',
  access: 'signedIn',
  scope: 'none',
  summary: "End one of the user's own sign-ins",
  params: z.strictObject({ sessionId: requiredText('登录编号', 100) }),
  answer: z.object({ ok: z.boolean() }),
});

export const changePasswordDoor = door({
  id: 'users-permissions.auth.changePassword',
  method: 'POST',
  path: '/auth/change-password',
  access: 'signedIn',
  scope: 'none',
  summary: "Change one's own password",
  body: z.strictObject({
    currentPassword: requiredText('当前密码', 200),
    password: requiredText('新密码', 200),
    passwordConfirmation: requiredText('确认新密码', 200),
  }),
  answer: signInAnswer,
});

export const meDoor = door({
  id: 'access.me.find',
  method: 'GET',
  path: '/access/me',
  access: 'signedIn',
  scope: 'none',
  summary: 'The signed-in user',
  answer: signedInUser,
});
