import { isDatabaseAway, loggedError } from '@anju/kit';
import { appUrl, checkAppRole } from './app-role';
import { createApp } from './app';
import { demonstrate } from './demonstration';
import { nodeRegion } from './node-region';
import { logLine } from './log-line';
import { prepare } from './prepare';
import { checkPublicAddress } from './public-address';
import { loadSecrets } from './secrets';
import { StartRefused } from './start-refused';

/** Prepares the database as its owner, then serves it as anju_app until a signal ends the process. */
async function main(): Promise<void> {
  const ownerUrl = process.env.DATABASE_URL;
  if (!ownerUrl) throw new Error('没有 DATABASE_URL：请用 npm start 启动，它会备好内置数据库');
  nodeRegion();
  checkPublicAddress();
  loadSecrets();
  await prepare(ownerUrl);
  const url = appUrl(ownerUrl);
  await checkAppRole(url);
  const accounts = await demonstrate(ownerUrl);
  delete process.env.DATABASE_URL;
  const strapi = createApp(url);
  await strapi.start();
  announce(accounts);
}

function announce(accounts: readonly string[]): void {
  const { HOST = '127.0.0.1', PORT = '1337' } = process.env;
  console.log(`\n安居已启动：${process.env.ANJU_PUBLIC_URL ?? `http://${HOST}:${PORT}`}`);
  for (const line of accounts) console.log(line);
}

// Strapi leaves some promises of its own unwatched; a database that is away must not end the process that answers 503.
process.on('unhandledRejection', (error: unknown) => {
  console.error(logLine('error', 'unhandled rejection', { stack: loggedError(error) }));
  if (!isDatabaseAway(error)) process.exit(1);
});

main().catch((error: unknown) => {
  console.error(error instanceof StartRefused ? error.message : loggedError(error));
  process.exit(1);
});
