import path from 'node:path';
import { parseArgs } from 'node:util';
import { dataPath } from '@anju/kit';
import { Client } from 'pg';
import { inWords } from '../backup/durable-files';
import { printedProgress } from '../backup/progress';
import { type BackupWritten, writeBackup } from '../backup/write-backup';
import { runOnDatabase } from './command';

const USAGE = '用法：npm run backup [-- <存放备份的目录>]（不写则为数据目录下的 backups）';

runOnDatabase(async (ownerUrl, words) => {
  const { positionals } = parseArgs({ args: [...words], allowPositionals: true });
  if (positionals.length > 1) throw new Error(USAGE);
  const parent = path.resolve(positionals[0] ?? dataPath('backups'));
  const client = new Client({ connectionString: ownerUrl, application_name: 'anju-backup' });
  await client.connect();
  try {
    const started = performance.now();
    const written = await writeBackup(client, parent, printedProgress());
    print(written, (performance.now() - started) / 1000);
  } finally {
    await client.end();
  }
});

function print({ folder, manifest }: BackupWritten, seconds: number): void {
  const { database, evidence } = manifest;
  const rows = database.tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = database.tables.reduce((sum, table) => sum + table.data.bytes, 0);
  console.log(`备份完成，用时 ${Math.round(seconds)} 秒：${folder}`);
  console.log(`  数据库 ${database.tables.length} 张表 ${rows} 行（${inWords(bytes)}）`);
  console.log(`  佐证材料 ${evidence.files} 个文件（${inWords(evidence.bytes)}）`);
  if (evidence.missing > 0)
    console.log(`  注意：${evidence.missing} 个文件有登记而磁盘上没有，见 evidence.list 中的“-”`);
  console.log('  备份含个人信息和系统密钥，请妥善保管，并复制到另一台机器');
}
