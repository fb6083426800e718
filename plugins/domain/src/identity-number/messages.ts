import type { IdNumberError, IdNumberVerdict } from './verdict';

const MESSAGES: Readonly<Record<IdNumberError, string>> = {
  missing: '没有身份证号',
  length: '身份证号应为 18 位',
  characters: '身份证号只能是数字，最后一位可以是 X',
  region: '身份证号前两位不是有效的省份代码',
  birthDate: '身份证号中的出生日期不存在',
  birthDateFuture: '身份证号中的出生日期晚于今天',
  checksum: '身份证号校验位不对，请逐位核对',
  disabilityCard: '这像是残疾人证号，请改填身份证号',
  notCitizenId: '这不是居民身份证号',
};

/** What is wrong with a number, without the number that would be proposed. */
export function explainIdNumberErrors(errors: readonly IdNumberError[]): string {
  return errors.map((error) => MESSAGES[error]).join('；');
}

/** One sentence that says what is wrong with a number, or undefined when nothing is. */
export function explainIdNumber(verdict: IdNumberVerdict): string | undefined {
  if (verdict.errors.length === 0) return undefined;
  const problems = explainIdNumberErrors(verdict.errors);
  return verdict.suggestion === null ? problems : `${problems}；建议核对后采用 ${verdict.suggestion}`;
}
