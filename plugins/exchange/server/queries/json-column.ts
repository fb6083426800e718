/** Strapi has the driver leave JSON columns as texts; this reads one that our own code wrote. */
export function jsonColumn<Value>(text: unknown): Value | null {
  if (text === null || text === undefined) return null;
  // What stands in the column was written by this plugin in that form.
  return (typeof text === 'string' ? JSON.parse(text) : text) as Value;
}
