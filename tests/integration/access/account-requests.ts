import type { UserRow, UserWithPassword } from '@anju/domain/contracts';
import { type Caller, DEMO_PASSWORD, type TestApp } from '../../harness/app';

let made = 0;

/** A user name that no other test of the file uses. */
export function aName(): string {
  made += 1;
  return `tried-${made}`;
}

/** What a county supervisor sends for a new clerk of 猴场镇. */
export function aNewClerk(values: object = {}): object {
  return { username: aName(), name: '新录入人', role: 'townshipClerk', regionCode: '520425102', ...values };
}

/** Makes an account by the door. */
export async function create(caller: Caller, values: object = {}): Promise<UserWithPassword> {
  return (await caller.post('/api/access/users').send(aNewClerk(values)).expect(200)).body as UserWithPassword;
}

/** Asks for a sign-in. */
export function signIn(app: TestApp, identifier: string, password = DEMO_PASSWORD) {
  return app.request().post('/api/auth/local').send({ identifier, password });
}

/** An access token of a new sign-in. */
export async function tokenOf(app: TestApp, username: string, password = DEMO_PASSWORD): Promise<string> {
  return ((await signIn(app, username, password).expect(200)).body as { jwt: string }).jwt;
}

/** Status with which the door to oneself answers a token. */
export async function statusOf(app: TestApp, jwt: string): Promise<number> {
  return (await app.request().get('/api/access/me').set('Authorization', `Bearer ${jwt}`)).status;
}

/** The fields that a refusal names. */
export function fieldsOf(answer: { readonly body: unknown }): string[] {
  return Object.keys((answer.body as { errors: object }).errors);
}

/** The number of an account; -1 when there is none. */
export async function idOf(app: TestApp, username: string): Promise<number> {
  const { rows } = await app.owner.query<{ id: number }>('select id from up_users where username = $1', [username]);
  return rows[0]?.id ?? -1;
}

/** The accounts that the caller's ledger shows. */
export async function list(caller: Caller, filter: object, sort?: readonly string[]): Promise<readonly UserRow[]> {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), range: '[0,499]' });
  if (sort) query.set('sort', JSON.stringify(sort));
  return (await caller.get(`/api/access/users?${query.toString()}`).expect(200)).body as readonly UserRow[];
}
