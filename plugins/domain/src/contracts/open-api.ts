import { z } from 'zod';
import type { Door } from './door';
import { errorAnswer } from './error-answer';

type Json = Readonly<Record<string, unknown>>;

/** Answers that any door may give beside its own, with the meaning of each status. */
const REFUSALS: Readonly<Record<string, string>> = {
  400: 'Bad input, with one message per field',
  401: 'Not signed in, or the sign-in no longer holds',
  403: 'Signed in without the duty',
  404: 'No such thing, or outside the region',
  409: 'Somebody changed the record since it was read',
  413: 'File or body too large',
  415: 'File of a kind that is not accepted',
  422: 'Against a rule of the register, with one message per field',
  503: 'The database or its disk is away',
};

/** The OpenAPI 3.1 document of these doors; docs/openapi.json is its printed form. */
export function openApiDocument(doors: readonly Door[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const door of doors) {
    const path = `/api${door.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [door.method.toLowerCase()]: operation(door) };
  }
  const named: Record<string, unknown> = {};
  const hoisted = withNamesHoisted(paths, named);
  return {
    openapi: '3.1.0',
    info: { title: 'Anju', version },
    components: {
      schemas: { Error: schemaOf(errorAnswer, 'output'), ...named },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
    paths: hoisted,
  };
}

/** Shapes that carry a name of their own stand once among the components, and every answer refers to them. */
function withNamesHoisted(value: unknown, named: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((part) => withNamesHoisted(part, named));
  if (value === null || typeof value !== 'object') return value;
  const { $defs, ...rest } = value as Json; // any JSON object
  for (const [name, schema] of Object.entries($defs ?? {})) {
    const { id: _id, ...shape } = schema as Json;
    named[name] = withNamesHoisted(shape, named);
  }
  return Object.fromEntries(
    Object.entries(rest).map(([key, part]) => [
      key,
      key === '$ref' && typeof part === 'string'
        ? part.replace('#/$defs/', '#/components/schemas/')
        : withNamesHoisted(part, named),
    ]),
  );
}

function operation(door: Door): Json {
  return {
    operationId: door.id,
    summary: door.summary,
    security: door.access === 'public' ? [] : [{ bearer: [] }],
    'x-duties': door.access,
    ...(door.levels && { 'x-levels': door.levels }),
    'x-scope': door.scope,
    parameters: [...parameters('path', door.params), ...parameters('query', door.query)],
    ...(door.body && { requestBody: { content: { [bodyType(door)]: { schema: schemaOf(door.body, 'input') } } } }),
    responses: {
      200: { description: 'OK', ...(door.answer && { content: json(schemaOf(door.answer, 'output')) }) },
      ...Object.fromEntries(Object.entries(REFUSALS).map(([status, description]) => [status, refusal(description)])),
    },
  };
}

function bodyType(door: Door): string {
  return door.multipart ? 'multipart/form-data' : 'application/json';
}

function refusal(description: string): Json {
  return { description, content: json({ $ref: '#/components/schemas/Error' }) };
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

function parameters(place: 'path' | 'query', shape: z.ZodType | undefined): readonly Json[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any', reused: 'inline' });
  return schema;
}
