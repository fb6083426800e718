import { serviceOf } from '@anju/kit';
import { withOwnerApp } from '../prepare';
import { runCommand } from './command';

const USAGE = '用法：npm run panel -- create <邮箱> <姓名>';

interface PanelService {
  invite(email: string, name: string): Promise<string>;
}

runCommand(async (ownerUrl, words) => {
  const [verb, email, name, ...rest] = words;
  if (verb !== 'create' || !email || !/^\S+@\S+$/.test(email) || !name || rest.length > 0) throw new Error(USAGE);
  const link = await withOwnerApp(ownerUrl, (strapi) =>
    serviceOf<PanelService>(strapi, 'access', 'panel').invite(email.toLowerCase(), name),
  );
  const { HOST = '127.0.0.1', PORT = '1337' } = process.env;
  console.log(`已创建系统管理面板账号 ${email}（${name}）。以 ANJU_PANEL=1 启动后，由本人打开以下一次性链接设置密码：`);
  console.log(`${process.env.ANJU_PUBLIC_URL ?? `http://${HOST}:${PORT}`}${link}`);
});
