type Fields = Readonly<Record<string, unknown>>;

/** The fields whose value differs from the record that was loaded, with the version that was loaded. */
export function changedFields(data: Fields, loaded: unknown): Record<string, unknown> {
  const previous = isFields(loaded) ? loaded : {};
  const changed = Object.entries(data).filter(([field, value]) => !isSame(value, previous[field]));
  return { ...Object.fromEntries(changed), version: previous.version };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isSame(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
