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
 * The accounts have a published password: a database given by DATABASE_URL never gets them.
 */
export async function fillDemonstration(ownerUrl: string, size: DemonstrationSize): Promise<DemonstrationLoaded> {
  const loaded = await loadInto(ownerUrl, size);
  if (process.env.ANJU_EMBEDDED === '1') await makeAccounts(ownerUrl);
  return loaded;
}

interface DemonstrationSize {
  readonly households?: number | undefined;
  readonly onProgress?: (households: number) => void;
}

async function loadInto(ownerUrl: string, size: DemonstrationSize): Promise<DemonstrationLoaded> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await loadDemonstration({ client, dataDir: dataPath(), ...size });
  } finally {
    await client.end();
  }
}

async function makeAccounts(ownerUrl: string): Promise<void> {
  const accounts = DEMONSTRATION_ACCOUNTS.map((account) => ({
    ...account,
    password: DEMONSTRATION_PASSWORD,
    mustChangePassword: false,
  }));
  await withOwnerApp(ownerUrl, (strapi) => serviceOf<AccountService>(strapi, 'access', 'accounts').create(accounts));
}

interface RegisterFacts {
  readonly households: boolean;
  readonly users: boolean;
  readonly demonstration: boolean;
}

/**
 * On an embedded database: fills it once, and answers the lines that tell how to sign in. Never on DATABASE_URL.
 * A register that holds demonstration data says so on every screen (ANJU_DEMONSTRATION).
 */
export async function demonstrate(ownerUrl: string): Promise<readonly string[]> {
  const wanted = process.env.ANJU_EMBEDDED === '1' && (process.env.ANJU_DEMO ?? 'county') === 'county';
  const found = await registerFacts(ownerUrl);
  if (wanted && !found.users && (!found.households || found.demonstration)) {
    if (!found.households) await fillWithWords(ownerUrl);
    await makeAccounts(ownerUrl);
  }
  const { demonstration, users } = await registerFacts(ownerUrl);
  if (demonstration) process.env.ANJU_DEMONSTRATION = '1';
  if (!users) return ['还没有账号。创建第一个账号：npm run admin -- create <用户名> <姓名> provinceSupervisor'];
  if (!wanted || !demonstration) return [];
  return [
    '演示账号（仅内置数据库；全部为演示数据）：',
    ...DEMONSTRATION_ACCOUNTS.map(({ username, name }) => `  ${username.padEnd(24)}${name}`),
    `密码均为 ${DEMONSTRATION_PASSWORD}`,
  ];
}

async function fillWithWords(ownerUrl: string): Promise<void> {
  console.log('正在生成演示数据（首次启动，约一分钟）…');
  const { expected, seconds } = await loadInto(ownerUrl, {});
  console.log(`演示数据：${expected.households} 户，用时 ${Math.round(seconds)} 秒`);
}

async function registerFacts(ownerUrl: string): Promise<RegisterFacts> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<RegisterFacts>(
      `select exists (select from households) as households, exists (select from up_users) as users,
              exists (select from households where registry_number >= 'DEMO' and registry_number < 'DEMP') as demonstration`,
    );
    return rows[0] ?? { households: false, users: false, demonstration: false };
  } finally {
    await client.end();
  }
}
