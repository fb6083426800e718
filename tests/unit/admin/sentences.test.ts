import { t } from '../../../admin/src/language/t';

test('a sentence prints its values; nothing and yes or no print nothing', () => {
  expect(t('共 {total} 户', { total: 3 })).toBe('共 3 户');
  expect(t('共 {total} 户', { total: undefined })).toBe('共  户');
  expect(t('保存')).toBe('保存');
});

test('a sentence without English, or without its values, does not compile', () => {
  // @ts-expect-error No English has been written for it.
  expect(t('这句话没有英文')).toBe('这句话没有英文');
  // @ts-expect-error Its value is missing.
  expect(t('共 {total} 户')).toBe('共  户');
  // @ts-expect-error Its value has another name.
  expect(t('共 {total} 户', { count: 3 })).toBe('共  户');
});
