import {
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_PASSWORD,
  type DemonstrationAccount,
  type DemonstrationLoaded,
  loadDemonstration,
} from '@anju/exchange/demonstration';
import { dataPath, serviceOf } from '@anju/kit';
import { Client } from 'pg';
import { withOwnerApp } from './prepare';

interface AccountService {
  create(
    accounts: readonly (DemonstrationAccount & { readonly password: string; readonly mustChangePassword: boolean })[],
  ): Promise<void>;
}

/**
 * Fills an empty register with demonstration data and accounts; refused by the loader when there is data already.
 * Its accounts have a published password: a database given by DATABASE_URL never gets them.
 */
export async function fillDemonstration(
  ownerUrl: string,
  size: { readonly households?: number },
): Promise<DemonstrationLoaded> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const loaded = await loadDemonstration({ client, dataDir: dataPath(), ...size });
    if (process.env.ANJU_EMBEDDED !== '1' && process.env.NODE_ENV !== 'test') return loaded;
    await withOwnerApp(ownerUrl, (strapi) =>
      serviceOf<AccountService>(strapi, 'access', 'accounts').create(
        DEMONSTRATION_ACCOUNTS.map((account) => ({
          ...account,
          password: DEMONSTRATION_PASSWORD,
          mustChangePassword: false,
        })),
      ),
    );
    return loaded;
  } finally {
    await client.end();
  }
}

/** On an embedded database: fills it once, and answers the lines that name the demonstration's accounts. Never on DATABASE_URL. */
export async function demonstrate(ownerUrl: string): Promise<readonly string[]> {
  if (process.env.ANJU_EMBEDDED !== '1' || (process.env.ANJU_DEMO ?? 'county') !== 'county') return [];
  if (await isEmpty(ownerUrl)) {
    console.log('正在生成演示数据（首次启动，约一分钟）…');
    const { expected, seconds } = await fillDemonstration(ownerUrl, {});
    console.log(`演示数据：${expected.households} 户，用时 ${Math.round(seconds)} 秒`);
  }
  return [
    '演示账号（仅内置数据库；全部为演示数据）：',
    ...DEMONSTRATION_ACCOUNTS.map(({ username, name }) => `  ${username.padEnd(24)}${name}`),
    `密码均为 ${DEMONSTRATION_PASSWORD}`,
  ];
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ empty: boolean }>(
      'select not exists (select from households) and not exists (select from up_users) as empty',
    );
    return rows[0]?.empty ?? false;
  } finally {
    await client.end();
  }
}
