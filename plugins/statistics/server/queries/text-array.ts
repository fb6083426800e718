/**
 * An array of the product's own keys written out in SQL: of a bound array a general plan does not know the length, and
 * PostgreSQL would plan the statement anew each time. Throws for anything but a key.
 */
export function textArray(keys: readonly string[]): string {
  for (const key of keys) if (!/^[A-Za-z0-9:.]+$/.test(key)) throw new RangeError(`${key} is no key of the statistics`);
  return `'{${keys.join(',')}}'::text[]`;
}
