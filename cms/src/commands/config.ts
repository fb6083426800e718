import path from 'node:path';
import { parseArgs } from 'node:util';
import { configPath, serviceOf } from '@anju/kit';
import { withOwnerApp } from '../prepare';
import { runCommand } from './command';

const USAGE =
  '用法：npm run config:export [-- <目录>]，npm run config:import [-- <目录>] [-- --yes]（不写目录则为 config/）';

interface PlannedChange {
  readonly words: string;
}

interface ConfigurationService {
  exportTo(folder: string): Promise<readonly string[]>;
  plan(folder: string): Promise<readonly PlannedChange[]>;
  apply(changes: readonly PlannedChange[]): Promise<void>;
}

runCommand(async (ownerUrl, words) => {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { yes: { type: 'boolean', default: false } },
  });
  const [verb, folder = configPath(), ...rest] = positionals;
  if ((verb !== 'export' && verb !== 'import') || rest.length > 0) throw new Error(USAGE);
  await withOwnerApp(ownerUrl, async (strapi) => {
    const service = serviceOf<ConfigurationService>(strapi, 'options', 'files');
    const place = path.resolve(folder);
    if (verb === 'export') return printExport(place, await service.exportTo(place));
    const changes = await service.plan(place);
    if (changes.length === 0) return console.log('配置与文件一致，没有需要导入的更改');
    console.log(changes.map((change) => change.words).join('\n'));
    if (!values.yes) return console.log(`以上 ${changes.length} 处更改尚未写入；核对无误后加 -- --yes 写入`);
    await service.apply(changes);
    console.log(`已写入 ${changes.length} 处更改，正在使用的表单会收到；可在“选项维护”中逐项撤销`);
  });
});

function printExport(folder: string, files: readonly string[]): void {
  console.log(`已导出 ${files.length} 个配置文件到 ${folder}：`);
  for (const file of files) console.log(`  ${file}`);
}
