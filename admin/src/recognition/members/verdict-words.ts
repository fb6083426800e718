import {
  judgeIdNumber,
  normaliseIdNumber,
  type IdNumberContext,
  type IdNumberError,
  type IdNumberVerdict,
} from '@anju/domain';

const CITIZEN_LENGTH = 18;

const SHORT: Readonly<Record<IdNumberError, string>> = {
  missing: '没有号码',
  length: '位数不对',
  characters: '含有无效字符',
  region: '省份代码无效',
  birthDate: '出生日期不存在',
  birthDateFuture: '出生日期晚于今天',
  checksum: '校验位不对',
  disabilityCard: '像残疾证号',
  notCitizenId: '不是居民身份证号',
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
  if (error === undefined) return { verdict, tone: 'good', words: correction ? '更正有效' : '号码有效' };
  const proposal = verdict.suggestion
    ? {
        number: verdict.suggestion,
        reason: proposalReason(verdict, number, correction === '' ? '名单号码' : '填写的号码'),
      }
    : listProposal(fromList, correction, context);
  const offered = proposal ? { proposal } : {};
  if (correction && correction.length < CITIZEN_LENGTH && error === 'length' && !verdict.suggestion)
    return { verdict, tone: 'typing', words: `已填 ${correction.length} / 18 位`, ...offered };
  return { verdict, tone: 'bad', words: shortWords(error, number), ...offered };
}

/** While a correction is still wrong, what the list's own number suggests stays on offer. */
function listProposal(fromList: string | null, correction: string, context: IdNumberContext): NumberState['proposal'] {
  if (correction === '') return undefined;
  const number = normaliseIdNumber(fromList ?? '');
  const verdict = judgeIdNumber(number, context);
  return verdict.suggestion
    ? { number: verdict.suggestion, reason: proposalReason(verdict, number, '名单号码') }
    : undefined;
}

function shortWords(error: IdNumberError, number: string): string {
  if (error === 'disabilityCard') return `${number.length} 位，像残疾证号`;
  return error === 'length' ? `${number.length} 位，应为 18 位` : SHORT[error];
}

function proposalReason(verdict: IdNumberVerdict, number: string, whose: string): string {
  if (verdict.kind === 'disabilityCard') {
    const [type, grade] = [number.charAt(18), number.charAt(19)];
    return `${whose}是 ${number.length} 位：前 18 位是有效的身份证号，后面是残疾类别 ${type}、等级 ${grade}。请与户口簿核对后采用。`;
  }
  return `${whose}是 15 位的老号码，补足世纪和校验位后是 18 位。请与户口簿核对后采用。`;
}
