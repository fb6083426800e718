import type { QueryClient } from '@tanstack/react-query';
import type { AuthProvider } from 'ra-core';
import { sentenceOf, statusOf } from '../http/problem';
import { signedInAnew } from '../http/request';
import { session } from '../http/session';
import { t } from '../language/t';
import { fetchCurrentUser, rememberCurrentUser } from './current-user';

interface SignInForm {
  readonly username: string;
  readonly password: string;
}

/** Signs in by password, renews by cookie after a reload, signs out on 401 and stays on 403. */
export function createAuthProvider(queryClient: QueryClient): AuthProvider {
  return {
    async login({ username, password }: SignInForm) {
      queryClient.clear();
      rememberCurrentUser(queryClient, await session.signIn({ identifier: username.trim(), password }));
    },
    async logout() {
      await session.signOut();
      queryClient.clear();
      return '/login';
    },
    async checkAuth() {
      if (session.token() === undefined && !(await signedInAnew())) throw new Error(t('请先登录'));
    },
    async checkError(error: unknown) {
      if (statusOf(error) === 401) throw new Error(sentenceOf(error));
      return Promise.resolve();
    },
    async getIdentity() {
      const user = await fetchCurrentUser(queryClient);
      return { id: user.id, fullName: user.name };
    },
    async getPermissions() {
      return (await fetchCurrentUser(queryClient)).duties;
    },
  };
}
