import { HttpError } from 'ra-core';

/** What the server says at single fields of a refused change; empty for every other failure. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  const body: unknown = error instanceof HttpError ? error.body : undefined;
  const errors = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : undefined;
  if (typeof errors !== 'object' || errors === null) return {};
  return Object.fromEntries(Object.entries(errors).map(([field, text]) => [field, String(text)]));
}
