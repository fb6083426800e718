import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { serviceOf } from '@anju/kit';
import { nodeRegion } from '../node-region';
import { withOwnerApp } from '../prepare';
import { runCommand } from './command';

const USAGE = '用法：npm run admin -- create <用户名> <姓名> <角色> [--region 52]（角色见 config/roles.json）';

interface AccountService {
  create(
    accounts: readonly {
      readonly username: string;
      readonly name: string;
      readonly role: string;
      readonly regionCode: string;
      readonly password: string;
      readonly mustChangePassword: boolean;
    }[],
  ): Promise<void>;
}

runCommand(async (ownerUrl, words) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { region: { type: 'string', default: nodeRegion() } },
  });
  const [verb, username, name, role, ...rest] = positionals;
  if (verb !== 'create' || !username || !name || !role || rest.length > 0) throw new Error(USAGE);
  const password = randomBytes(12).toString('base64url');
  const account = { username, name, role, regionCode: values.region, password, mustChangePassword: true };
  await withOwnerApp(ownerUrl, (strapi) => serviceOf<AccountService>(strapi, 'access', 'accounts').create([account]));
  console.log(`已创建账号 ${username}（${name}，${role}，${values.region}）`);
  console.log(`初始密码（只显示这一次，首次登录须修改）：${password}`);
});
