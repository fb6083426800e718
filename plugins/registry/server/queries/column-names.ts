const columns = new Map<string, string>();

/** A field's column: `entryDate` is kept as `entry_date`. Each is made once: the fields are few, and every save asks for thirty. */
export function columnName(field: string): string {
  const known = columns.get(field);
  if (known !== undefined) return known;
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columns.set(field, column);
  return column;
}

/** Field values as a row of columns. */
export function columnsOf(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [columnName(field), value]));
}

/** A column's field: the way back. */
export function fieldName(column: string): string {
  return column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
