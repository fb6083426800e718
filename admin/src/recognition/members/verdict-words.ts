import {
  judgeIdNumber,
  normaliseIdNumber,
  type IdNumberContext,
  type IdNumberError,
  type IdNumberVerdict,
} from '@anju/domain';
import { t } from '../../language/t';

const CITIZEN_LENGTH = 18;

const SHORT: Readonly<Record<IdNumberError, string>> = {
  missing: t('没有号码'),
  length: t('位数不对'),
  characters: t('含有无效字符'),
  region: t('省份代码无效'),
  birthDate: t('出生日期不存在'),
  birthDateFuture: t('出生日期晚于今天'),
  checksum: t('校验位不对'),
  disabilityCard: t('像残疾证号'),
  notCitizenId: t('不是居民身份证号'),
};

/** What the row says about the number that counts. */
export interface NumberState {
  readonly verdict: IdNumberVerdict;
  readonly tone: 'good' | 'bad' | 'typing';
  readonly words: string;
  /** A number to offer in place of this one, and why. */
  readonly proposal?: { readonly number: string; readonly reason: string };
}

/** Judges the correction when there is one, else the list's number. */
export function numberState(fromList: string | null, typed: string, context: IdNumberContext): NumberState {
  const correction = normaliseIdNumber(typed);
  const number = correction || normaliseIdNumber(fromList ?? '');
  const verdict = judgeIdNumber(number, context);
  const [error] = verdict.errors;
  if (error === undefined) return { verdict, tone: 'good', words: correction ? t('更正有效') : t('号码有效') };
  const proposal = verdict.suggestion
    ? {
        number: verdict.suggestion,
        reason: proposalReason(verdict, number, correction === '' ? t('名单号码') : t('填写的号码')),
      }
    : listProposal(fromList, correction, context);
  const offered = proposal ? { proposal } : {};
  if (correction && correction.length < CITIZEN_LENGTH && error === 'length' && !verdict.suggestion)
    return { verdict, tone: 'typing', words: t('已填 {count} / 18 位', { count: correction.length }), ...offered };
  return { verdict, tone: 'bad', words: shortWords(error, number), ...offered };
}

/** While a correction is still wrong, what the list's own number suggests stays on offer. */
function listProposal(fromList: string | null, correction: string, context: IdNumberContext): NumberState['proposal'] {
  if (correction === '') return undefined;
  const number = normaliseIdNumber(fromList ?? '');
  const verdict = judgeIdNumber(number, context);
  return verdict.suggestion
    ? { number: verdict.suggestion, reason: proposalReason(verdict, number, t('名单号码')) }
    : undefined;
}

function shortWords(error: IdNumberError, number: string): string {
  if (error === 'disabilityCard') return t('{count} 位，像残疾证号', { count: number.length });
  return error === 'length' ? t('{count} 位，应为 18 位', { count: number.length }) : SHORT[error];
}

function proposalReason(verdict: IdNumberVerdict, number: string, whose: string): string {
  if (verdict.kind === 'disabilityCard') {
    const [type, grade] = [number.charAt(18), number.charAt(19)];
    return t(
      '{whose}是 {count} 位：前 18 位是有效的身份证号，后面是残疾类别 {type}、等级 {grade}。请与户口簿核对后采用。',
      { whose, count: number.length, type, grade },
    );
  }
  return t('{whose}是 15 位的老号码，补足世纪和校验位后是 18 位。请与户口簿核对后采用。', { whose });
}
