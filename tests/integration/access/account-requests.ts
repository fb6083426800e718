import type { UserRow, UserWithPassword } from '@anju/domain/contracts';
import { addAccount } from '../../harness/accounts';
import { type Caller, DEMO_PASSWORD, type TestApp } from '../../harness/app';

let made = 0;

/** A user name that no other test of the file uses. */
export function aName(): string {
  made += 1;
  return `tried-${made}`;
}

/** Makes a clerk of 猴场镇 with the demonstration's password. */
export async function aTownshipClerk(app: TestApp): Promise<{ readonly username: string; readonly id: number }> {
  const username = aName();
  return { username, id: await addAccount(app, { username, role: 'townshipClerk', regionCode: '520425102' }) };
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

/** Signs in and changes the own password. */
export async function changePassword(app: TestApp, username: string, currentPassword: string, password: string) {
  return app
    .request()
    .post('/api/auth/change-password')
    .set('Authorization', `Bearer ${await tokenOf(app, username, currentPassword)}`)
    .send({ currentPassword, password, passwordConfirmation: password });
}

/** What the database holds of an account and its role, to show that nothing changed. */
export async function storedAccount(app: TestApp, id: number): Promise<unknown> {
  const { rows } = await app.owner.query<{ stored: unknown }>(
    `select to_jsonb(u) || jsonb_build_object('role', l.role_id) as stored from up_users u
     left join up_users_role_lnk l on l.user_id = u.id where u.id = $1`,
    [id],
  );
  return rows[0]?.stored;
}

/** Failures after which a name is locked. */
const LOCK = 10;

/** Tries as often as it takes to lock a name; the pauses between are taken away by the owner. */
export async function failUntilLocked(app: TestApp, username: string, before = 0): Promise<void> {
  for (let failure = before; failure < LOCK; failure += 1) {
    await app.owner.query(`update anju.sign_in_attempt set free_at = '-infinity' where not locked`);
    await signIn(app, username, 'Wrong-2020-x').expect(401);
  }
}
