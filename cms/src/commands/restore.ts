import path from 'node:path';
import { parseArgs } from 'node:util';
import { printedProgress } from '../backup/progress';
import { restoreBackup } from '../backup/restore-backup';
import { runOnDatabase } from './command';

const USAGE = '用法：npm run restore -- <备份目录> [--replace] [--leave-out-damaged]';

runOnDatabase(async (ownerUrl, words) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      replace: { type: 'boolean', default: false },
      'leave-out-damaged': { type: 'boolean', default: false },
    },
  });
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0) throw new Error(USAGE);
  const started = performance.now();
  const { manifest, leftOut, leftOldData } = await restoreBackup({
    ownerUrl,
    folder: path.resolve(folder),
    present: values.replace ? 'replace' : 'refuse',
    damaged: values['leave-out-damaged'] ? 'leaveOut' : 'refuse',
    progress: printedProgress(),
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  const households = manifest.database.tables.find((table) => table.name === 'households')?.rows ?? 0;
  console.log(
    `恢复完成，用时 ${seconds} 秒：${households} 户，佐证材料 ${manifest.evidence.files} 个文件，行数与统计核对无误`,
  );
  for (const key of leftOut) console.log(`  已损坏，未恢复：${key}`);
  if (leftOldData.length > 0)
    console.log(`  以前中断的恢复留下了旧数据：${leftOldData.join('、')}，核对后可用 drop schema … cascade 删除`);
});
