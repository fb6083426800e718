import type { SignInPolicy } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** The policy that was set last; undefined when none ever was. */
export async function policySet(db: Knex): Promise<{ readonly version: number; readonly policy: unknown } | undefined> {
  return db
    .from('anju.sign_in_policy')
    .orderBy('version', 'desc')
    .first<{ version: number; policy: unknown } | undefined>('version', db.raw('policy::json as policy'));
}

/** The name of who set the policy last; undefined when the account is gone, or the policy is the file's. */
export async function policySetter(db: Knex): Promise<string | undefined> {
  const setter = await db
    .from({ p: 'anju.sign_in_policy' })
    .join({ u: 'up_users' }, 'u.id', 'p.actor')
    .orderBy('p.version', 'desc')
    .first<{ name: string } | undefined>('u.name');
  return setter?.name;
}

/** Sets a policy over the one that was seen; false when that is not the last any more. */
export async function setPolicy(db: Knex, seen: number, policy: SignInPolicy, changes: object): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { set: boolean }[] }>(
    'select anju.set_sign_in_policy(?, ?::jsonb, ?::jsonb) as set',
    [seen, JSON.stringify(policy), JSON.stringify(changes)],
  );
  return rows[0]?.set ?? false;
}
