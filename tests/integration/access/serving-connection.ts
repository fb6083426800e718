import { Client } from 'pg';
import type { TestApp } from '../../harness/app';

/** A raw connection of the serving role, as own SQL would use it. */
export async function servingConnection(app: TestApp): Promise<Client> {
  const client = new Client({ connectionString: app.appUrl });
  await client.connect();
  return client;
}

interface SignIn {
  readonly userId: number;
  readonly sessionId: string;
}

/** User and session that an access token stands for. */
export function signInOf(token: string): SignIn {
  const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
    userId: string;
    sessionId: string;
  };
  return { userId: Number(payload.userId), sessionId: payload.sessionId };
}

/** Runs `work` in a transaction that was entered as this account, and rolls it back. */
export async function enteredAs<T>(
  app: TestApp,
  username: string,
  work: (client: Client) => Promise<T>,
  mode: 'readOnly' | 'readWrite' = 'readWrite',
): Promise<T> {
  const { userId, sessionId } = signInOf(await app.token(username));
  const client = await servingConnection(app);
  try {
    await client.query('begin');
    const entered = await client.query('select * from anju.enter($1, $2, null, $3, $4)', [
      userId,
      sessionId,
      mode === 'readOnly',
      'test-request',
    ]);
    if (entered.rowCount !== 1) throw new Error(`${username} may not enter`);
    return await work(client);
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

/** SQLSTATE with which a statement is refused; undefined when it is let through. */
export async function refusalOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
    throw error;
  }
}
