import { isRealDay } from '../calendar-date';
import { checkCharacter, extendLegacyNumber } from './check-character';
import { normaliseIdNumber } from './normalise';

export type IdNumberKind =
  | 'citizen'
  | 'hmtResident'
  | 'disabilityCard'
  | 'legacy15'
  | 'foreignPermanentResident'
  | 'missing'
  | 'unknown';

export type IdNumberError =
  | 'missing'
  | 'length'
  | 'characters'
  | 'region'
  | 'birthDate'
  | 'birthDateFuture'
  | 'checksum'
  | 'disabilityCard'
  | 'notCitizenId';

/** What a number looks like, what is wrong with it (nothing = ok), and the number to offer in its place. */
export interface IdNumberVerdict {
  readonly kind: IdNumberKind;
  readonly errors: readonly IdNumberError[];
  readonly suggestion: string | null;
}

/** The day to judge birth dates by (`YYYY-MM-DD`), and province prefixes beside the allocated ones. */
export interface IdNumberContext {
  readonly today: string;
  readonly extraProvincePrefixes?: readonly string[];
}

const PROVINCE_PREFIX = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const RESIDENT_PREFIX = /^8[123]0000/;
const CITIZEN_FORM = /^[0-9]{17}[0-9X]$/;
const DISABILITY_CARD_FORM = /^([0-9]{17}[0-9X])[1-7][1-4](B[0-9]{1,2})?$/i;
const FOREIGN_FORM = /^(9[0-9]{16}[0-9X]|[A-Za-z]{3}[0-9]{12})$/;

/** Judges an identity number as it was written down (GB 11643-1999). */
export function judgeIdNumber(raw: string | null | undefined, context: IdNumberContext): IdNumberVerdict {
  const number = normaliseIdNumber(raw ?? '');
  if (number === '') return refuse('missing', 'missing');
  if (FOREIGN_FORM.test(number)) return refuse('foreignPermanentResident', 'notCitizenId');
  if (CITIZEN_FORM.test(number)) return judgeCitizenNumber(number, context);
  const card = DISABILITY_CARD_FORM.exec(number);
  if (card) return refuse('disabilityCard', 'disabilityCard', validOrNull(card[1] ?? null, context));
  if (/^[0-9]{15}$/.test(number)) return refuse('legacy15', 'length', validOrNull(extendLegacyNumber(number), context));
  return refuse('unknown', [...number].length === 18 ? 'characters' : 'length');
}

/** Whether the number is an 18-character number that passes every rule. */
export function isValidIdNumber(raw: string | null | undefined, context: IdNumberContext): boolean {
  return judgeIdNumber(raw, context).errors.length === 0;
}

function judgeCitizenNumber(number: string, context: IdNumberContext): IdNumberVerdict {
  const errors: IdNumberError[] = [];
  if (!hasKnownProvince(number, context)) errors.push('region');
  const birthDateError = judgeBirthDate(number.slice(6, 14), context.today);
  if (birthDateError) errors.push(birthDateError);
  if (checkCharacter(number) !== number[17]) errors.push('checksum');
  return { kind: RESIDENT_PREFIX.test(number) ? 'hmtResident' : 'citizen', errors, suggestion: null };
}

function hasKnownProvince(number: string, context: IdNumberContext): boolean {
  return PROVINCE_PREFIX.test(number) || (context.extraProvincePrefixes ?? []).includes(number.slice(0, 2));
}

function judgeBirthDate(digits: string, today: string): IdNumberError | undefined {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  if (Number(year) < 1800 || !isRealDay(Number(year), Number(month), Number(day))) return 'birthDate';
  return `${year}-${month}-${day}` > today ? 'birthDateFuture' : undefined;
}

function validOrNull(number: string | null, context: IdNumberContext): string | null {
  return number !== null && isValidIdNumber(number, context) ? number : null;
}

function refuse(kind: IdNumberKind, error: IdNumberError, suggestion: string | null = null): IdNumberVerdict {
  return { kind, errors: [error], suggestion };
}
