/** A field's column, as Strapi names it: `entryDate` is kept as `entry_date`, `sha256` as `sha_256`. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);
}

/** Field values as a row of columns. */
export function columnsOf(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [columnName(field), value]));
}
