import { AppError, inTransaction } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { enter } from '../queries/enter';

/** 503: the sign-in holds, but the database could not be asked in time. */
export class SignInUnread extends AppError {
  constructor() {
    super(503, 'databaseAway', '数据库暂时连接不上，未保存，请稍后再试');
  }
}

/** Whether the database confirms the sign-in of an access token now; throws when the database does not answer. */
export async function holdsSignIn(strapi: Core.Strapi, token: string): Promise<boolean> {
  const { payload } = strapi.sessionManager('users-permissions').validateAccessToken(token);
  if (!payload) return false;
  const { userId, sessionId } = payload;
  const request = { userId: Number(userId), sessionId, stamp: null, readOnly: true, requestId: '' };
  return inTransaction(strapi, async (db) => (await enter(db, request)) !== undefined);
}
