import type { HouseholdRecord } from '@anju/domain/contracts';
import { t } from '../../language/t';
import type { FieldValue } from '../model/field-text';
import { memberKey, type FieldPath } from '../model/values';
import type { RecognitionRules } from '../recognition-context';

/** An input's name in words, as the page shows it. */
export function pathLabel(path: FieldPath, record: HouseholdRecord, rules: RecognitionRules): string {
  const [area, key, name] = path.split('.');
  if (area === 'members') {
    const person = record.members.find((member) => memberKey(member) === key)?.name ?? '';
    return `${person} ${name === 'correctedPhone' ? t('联系方式（更正）') : t('身份证号（更正）')}`;
  }
  if (area === 'extras') return record.extras.find((field) => field.name === key)?.label ?? path;
  if (path === 'kind') return t('住房安全保障情况');
  if (path === 'remark') return t('备注');
  if (path === 'departureReason') return t('退出原因');
  if (path === 'regionCode') return t('所在地');
  return fieldOf(path, rules)?.label ?? path;
}

/** A value in words: an option by its label, a blank as 未填写. */
export function pathValue(path: FieldPath, value: FieldValue, rules: RecognitionRules): string {
  if (value === '') return t('未填写');
  if (value === true || value === 'true') return t('是');
  if (value === false || value === 'false') return t('否');
  if (path === 'kind') return rules.forms.kinds.find(({ kind }) => kind === value)?.label ?? value;
  const list = path === 'departureReason' ? path : fieldOf(path, rules)?.optionList;
  return rules.options.find((option) => option.listKey === list && option.key === value)?.label ?? value;
}

function fieldOf(path: FieldPath, { forms }: RecognitionRules) {
  const [area, key, name] = path.split('.');
  if (area === 'common') return forms.common.find((field) => field.name === key);
  return forms.kinds.find(({ kind }) => kind === key)?.fields.find((field) => field.name === name);
}
