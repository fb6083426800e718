/** A document without the address of its schema, which says nothing of what it holds. */
export function withoutSchema<Content extends object>(document: Content & { readonly $schema?: string | undefined }) {
  const { $schema: _schema, ...rest } = document;
  return rest;
}
