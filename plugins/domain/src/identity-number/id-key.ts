import { extendLegacyNumber } from './check-character';
import { normaliseIdNumber } from './normalise';

const CARD_OR_NUMBER = /^([0-9]{17}[0-9X])([1-7][1-4](B[0-9]{1,2})?)?$/i;

/**
 * The 18 characters by which persons are matched, or null when the text holds no such number.
 * By form alone, whatever its checksum: a disability card gives its first 18, a 15-digit number its 18-character form.
 */
export function idKey(raw: string | null | undefined): string | null {
  const number = normaliseIdNumber(raw ?? '');
  if (/^[0-9]{15}$/.test(number)) return extendLegacyNumber(number);
  return CARD_OR_NUMBER.exec(number)?.[1] ?? null;
}
