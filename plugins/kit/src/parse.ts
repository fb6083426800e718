import { type Door, fieldErrors, type z } from '@anju/domain/contracts';
import { BadInput } from './errors';

/** Checks a value against a contract; throws BadInput with one message per field, named with `prefix` before it. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, prefix = ''): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const named = Object.entries(fieldErrors(result.error)).map(([field, message]) => [prefix + field, message] as const);
  throw new BadInput(Object.fromEntries(named));
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
    params: optional(door.params, namedParams(ctx.params)),
    query: optional(door.query, ctx.query),
    body: optional(door.body, ctx.request.body ?? {}),
  };
}

/** Strapi's wildcard middlewares leave their unnamed matches ("0") among a path's parameters. */
function namedParams(params: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params ?? {}).filter(([name]) => !/^\d+$/.test(name)));
}

function optional<S extends z.ZodType>(schema: S | undefined, value: unknown): Shape<S> {
  // A conditional type over a type parameter cannot be narrowed; the two branches are exactly its two cases.
  return (schema ? parse(schema, value) : undefined) as Shape<S>;
}
