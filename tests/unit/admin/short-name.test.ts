import { shortName } from '../../../admin/src/regions/short-name';

test.each([
  ['城墙脚村村民委员会', '城墙脚村'],
  ['大寨村民委员会', '大寨村'],
  ['新桥村村委会', '新桥村'],
  ['教场社区居民委员会', '教场社区'],
  ['猫营镇', '猫营镇'],
])('%s is called %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});
