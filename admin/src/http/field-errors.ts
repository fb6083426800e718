import { HttpError } from 'ra-core';
import { sentenceOf } from './problem';

/** What the server says at single fields of a refused change; empty for every other failure. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  const body: unknown = error instanceof HttpError ? error.body : undefined;
  const errors = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : undefined;
  if (typeof errors !== 'object' || errors === null) return {};
  return Object.fromEntries(Object.entries(errors).map(([field, text]) => [field, String(text)]));
}

/** Why a change was refused, in one sentence: of its first field at fault, else as a whole. */
export function refusalWords(error: unknown): string {
  const [first] = Object.values(fieldErrors(error));
  return first ?? sentenceOf(error);
}
