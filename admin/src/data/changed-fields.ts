type Fields = Readonly<Record<string, unknown>>;

/** The fields whose value differs from the record that was loaded, with the version that was loaded. */
export function changedFields(data: Fields, previous: Fields): Record<string, unknown> {
  const changed = Object.entries(data).filter(([field, value]) => !isSame(value, previous[field]));
  return { ...Object.fromEntries(changed), version: previous.version };
}

function isSame(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
