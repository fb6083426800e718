import { parseArgs } from 'node:util';
import { IMPORT_KIND_LABELS, IMPORT_KINDS, IMPORT_UNITS, type ImportKind } from '@anju/domain';
import type { ImportCounts } from '@anju/domain/contracts';
import { importOfKind, type KindReport } from '@anju/exchange/imports';
import { Client } from 'pg';
import { appUrl } from '../app-role';
import { nodeRegion } from '../node-region';
import { runCommand } from './command';

const USAGE = '用法：npm run import -- household|relocation|renovation <名单.csv 或 .xlsx> [--dry-run] [--region 52]';
const ERRORS_PRINTED = 50;

runCommand(async (ownerUrl, words) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, region: { type: 'string', default: nodeRegion() } },
  });
  const [kind, file, ...rest] = positionals;
  if (!isKind(kind) || file === undefined || rest.length > 0) throw new Error(USAGE);
  const client = new Client({ connectionString: appUrl(ownerUrl) });
  await client.connect();
  try {
    const mode = values['dry-run'] ? 'dryRun' : 'commit';
    const report = await importOfKind(kind, { client, file, regionCode: values.region, mode });
    print(kind, report);
    if (report.nothingAcceptable) throw new Error('名单中没有可导入的内容，未写入任何数据');
  } finally {
    await client.end();
  }
});

function isKind(word: string | undefined): word is ImportKind {
  return IMPORT_KINDS.some((kind) => kind === word);
}

function print(kind: ImportKind, report: KindReport): void {
  const { fileName, batchId, errors, errorCount, rows } = report;
  console.log(
    `${IMPORT_KIND_LABELS[kind]}：${batchId === null ? `${fileName}（未写入任何数据）` : `已导入 ${fileName}，批次 ${batchId}`}`,
  );
  console.log(`  共 ${rows} 行，错误 ${errorCount} 处`);
  if ('households' in report) {
    console.log(`  户：${countsInWords(report.households)}`);
    console.log(`  人：${countsInWords(report.persons)}`);
    if (report.promoted > 0) console.log(`  其中 ${report.promoted} 户由库外信息补录转入名单`);
  } else {
    console.log(`  ${kind === 'household' ? '户' : IMPORT_UNITS[kind]}：${countsInWords(report.entries)}`);
    if (report.kept > 0) console.log(`  保留人工更正 ${report.kept} 处，名单上的不同内容未采用`);
  }
  if (errorCount > 0) console.log('  注意：有错误的内容没有导入，请按下列错误更正名单后再次导入');
  for (const error of errors.slice(0, ERRORS_PRINTED))
    console.log(`  第 ${error.row} 行 ${error.field}：${error.message}`);
  if (errorCount > ERRORS_PRINTED) console.log(`  …其余 ${errorCount - ERRORS_PRINTED} 处错误未列出`);
}

function countsInWords(counts: ImportCounts): string {
  return `新增 ${counts.new}，变更 ${counts.changed}，未变 ${counts.unchanged}，名单中已消失 ${counts.vanished}，拒收 ${counts.refused}`;
}
