import type { SignedInUser, SignInAnswer } from '@anju/domain/contracts';
import { problemOf } from './problem';

/** Asks Strapi to keep the refresh token in an httpOnly cookie instead of the answer's body. */
const COOKIE_MODE = { 'Content-Type': 'application/json', 'x-strapi-refresh-cookie': 'httpOnly' };

export interface Credentials {
  readonly identifier: string;
  readonly password: string;
}

export interface PasswordChange {
  readonly currentPassword: string;
  readonly password: string;
  readonly passwordConfirmation: string;
}

/** Whether this browser may hold a refresh cookie: no secret, it only saves a request that could not succeed. */
const signedInHere = {
  get: () => localStorage.getItem('anju.signedIn') === 'yes',
  set(signedIn: boolean): void {
    if (signedIn) localStorage.setItem('anju.signedIn', 'yes');
    else localStorage.removeItem('anju.signedIn');
  },
};

/** The signed-in session: the access token lives in this closure only, the refresh token in an httpOnly cookie. */
function createSession() {
  let accessToken: string | undefined;
  let renewing: Promise<boolean> | undefined;

  /** Signs in; throws an HttpError with the server's sentence when it is refused. */
  async function signIn(credentials: Credentials): Promise<SignedInUser> {
    const { jwt, user } = await signInAnswer(post('/api/auth/local', credentials));
    accessToken = jwt;
    signedInHere.set(true);
    return user;
  }

  return {
    token: () => accessToken,

    signIn,

    /**
     * Changes the own password, which ends every session. The answer's new one has no cookie (Strapi sets none here)
     * and would not outlive a reload, so that the new password signs in at once; should that fail, it still serves.
     */
    async changePassword(passwords: PasswordChange): Promise<SignedInUser> {
      const authorization = { Authorization: `Bearer ${accessToken ?? ''}` };
      const { jwt, user } = await signInAnswer(post('/api/auth/change-password', passwords, authorization));
      accessToken = jwt;
      return signIn({ identifier: user.username, password: passwords.password }).catch(() => user);
    },

    /** Renews the access token by the cookie, once for all callers; false when nobody is signed in any more. */
    renew(): Promise<boolean> {
      if (!signedInHere.get()) return Promise.resolve(false);
      renewing ??= oneTabAtATime(async () => {
        const response = await post('/api/auth/refresh', {});
        accessToken = response.ok ? jwtIn(await response.json().catch(() => undefined)) : undefined;
        if (response.status === 400 || response.status === 401) signedInHere.set(false);
        return accessToken !== undefined;
      }).finally(() => {
        renewing = undefined;
      });
      return renewing;
    },

    /** Ends the session here and, when there is one, on the server. */
    async signOut(): Promise<void> {
      const token = accessToken;
      accessToken = undefined;
      signedInHere.set(false);
      if (token) await post('/api/auth/logout', {}, { Authorization: `Bearer ${token}` }).catch(() => undefined);
    },
  };
}

export const session = createSession();

function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { ...COOKIE_MODE, ...headers }, body: JSON.stringify(body) });
}

/** A refresh token used twice ends every session of that sign-in, so two tabs must not renew at the same time. */
async function oneTabAtATime(renew: () => Promise<boolean>): Promise<boolean> {
  // Only secure contexts have the lock manager; over plain HTTP tabs renew on their own.
  const locks = 'locks' in navigator ? navigator.locks : undefined;
  return locks ? await locks.request('anju-renew', renew) : renew();
}

/** Token and user of an answer; throws an HttpError with the server's sentence when there is no token. */
async function signInAnswer(answer: Promise<Response>): Promise<SignInAnswer> {
  const response = await answer;
  const json: unknown = await response.json().catch(() => undefined);
  if (!response.ok || jwtIn(json) === undefined) throw problemOf(response.status, json);
  // The server's answer is checked against the door's contract by the server's own tests.
  return json as SignInAnswer;
}

function jwtIn(json: unknown): string | undefined {
  const isToken = typeof json === 'object' && json !== null && 'jwt' in json && typeof json.jwt === 'string';
  return isToken ? String(json.jwt) : undefined;
}
