/** Characters that people and spreadsheets put into a number without meaning them; the SQL form strips the same ones. */
const STRIPPED =
  /[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff'\u2019-]/g;

/** The number without spaces, zero-width characters, apostrophes and hyphens, half-width, with an upper-case X. */
export function normaliseIdNumber(raw: string): string {
  return raw.normalize('NFKC').replace(STRIPPED, '').replace(/x/g, 'X');
}
