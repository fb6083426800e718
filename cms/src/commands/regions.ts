import { serviceOf } from '@anju/kit';
import { withOwnerApp } from '../prepare';
import { runCommand } from './command';

const USAGE = '用法：npm run regions -- import <行政区划.csv>（列：code,name[,kind]）';

interface RegionService {
  importFile(file: string): Promise<number>;
}

runCommand(async (ownerUrl, [verb, file, ...rest]) => {
  if (verb !== 'import' || file === undefined || rest.length > 0) throw new Error(USAGE);
  const count = await withOwnerApp(ownerUrl, (strapi) =>
    serviceOf<RegionService>(strapi, 'access', 'regions').importFile(file),
  );
  console.log(`已导入 ${count} 个行政区划`);
});
