import { checkCharacter } from '@anju/domain';
import { dayOfYear, daysBetween } from './dates';
import type { Gender } from './names';

const FIRST_YEAR = 1910;
const FIRST_DAY = dayOfYear(FIRST_YEAR, 0);
const DAYS = 120 * 366;
/** Sequences 001–995 only: 996–999 mark centenarians in the 15-digit form (GB 11643-1999). */
const SEQUENCES_PER_DAY_AND_GENDER = 497;

/** Hands out each identity number of one county once, with the unallocated province prefix 69, so that none is a person's. */
export class IdentityNumbers {
  readonly #prefix: string;
  readonly #used = new Uint16Array(DAYS * 2);

  constructor(countyCode: string) {
    this.#prefix = `69${countyCode.slice(2, 6)}`;
  }

  /** A number for a person born on `birthDate`; the day is moved on when all its numbers are used up. */
  next(birthDate: string, gender: Gender): string {
    let day = daysBetween(FIRST_DAY, birthDate);
    const odd = gender === '男' ? 1 : 0;
    while ((this.#used[day * 2 + odd] ?? 0) >= SEQUENCES_PER_DAY_AND_GENDER) day += 1;
    const slot = day * 2 + odd;
    const count = this.#used[slot] ?? 0;
    this.#used[slot] = count + 1;
    const sequence = ((count * 38 + day * 101) % SEQUENCES_PER_DAY_AND_GENDER) * 2 + (odd === 1 ? 1 : 2);
    const birth = dayOfYear(FIRST_YEAR, day).replaceAll('-', '');
    const body = `${this.#prefix}${birth}${String(sequence).padStart(3, '0')}`;
    return body + checkCharacter(body);
  }
}

/** The number with a wrong check character. */
export function withWrongCheckCharacter(idNumber: string): string {
  const last = idNumber.slice(-1);
  return idNumber.slice(0, 17) + (last === '0' ? '1' : String((Number(last === 'X' ? 9 : last) + 9) % 10));
}

/** The 15-digit form that was issued until 1999. */
export function legacyForm(idNumber: string): string {
  return idNumber.slice(0, 6) + idNumber.slice(8, 17);
}

/** The number of a disability card: identity number, type digit 1–7, grade digit 1–4. */
export function disabilityCard(idNumber: string, type: number, grade: number): string {
  return `${idNumber}${type}${grade}`;
}
