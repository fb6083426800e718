import type { Door } from '@anju/domain/contracts';
import type { z } from 'zod';
import { BadInput, type FieldErrors } from './errors';

/** Checks a value against a contract; throws BadInput with one message per field. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, prefix = ''): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new BadInput(fieldErrors(result.error, prefix));
}

/** What a controller reads of a request. */
export interface Incoming {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly request: { readonly body?: unknown };
}

type Shape<S> = S extends z.ZodType ? z.output<S> : undefined;

/** Parses params, query and body of a request by its door's contract. */
export function parseDoor<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  door: Door<P, Q, B, A>,
  ctx: Incoming,
): { readonly params: Shape<P>; readonly query: Shape<Q>; readonly body: Shape<B> } {
  return {
    params: optional(door.params, ctx.params),
    query: optional(door.query, ctx.query),
    body: optional(door.body, ctx.request.body ?? {}),
  };
}

function optional<S extends z.ZodType>(schema: S | undefined, value: unknown): Shape<S> {
  // A conditional type over a type parameter cannot be narrowed; the two branches are exactly its two cases.
  return (schema ? parse(schema, value) : undefined) as Shape<S>;
}

function fieldErrors(error: z.ZodError, prefix: string): FieldErrors {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    for (const path of issuePaths(issue)) errors[prefix + path] ??= issue.message;
  }
  return errors;
}

function issuePaths(issue: z.core.$ZodIssue): readonly string[] {
  const base = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...base, key].join('.'));
  return [base.join('.') || 'body'];
}
