const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** The 18th character for the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** The 18-character form of a 15-digit number, or null for a centenarian (sequence 996–999), whose century is not known. */
export function extendLegacyNumber(digits: string): string | null {
  if (Number(digits.slice(12)) >= 996) return null;
  const first17 = `${digits.slice(0, 6)}19${digits.slice(6)}`;
  return first17 + checkCharacter(first17);
}
