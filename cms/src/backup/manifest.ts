import { z } from '@anju/domain/contracts';

/** Raised when a later product could no longer read what an earlier one wrote. */
export const BACKUP_FORMAT = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

const storedFile = z.object({ file: z.string(), bytes: count, sha256 });

const column = z.object({
  name: z.string(),
  type: z.string(),
  notNull: z.boolean(),
  default: z.string().nullable(),
  collation: z.string().nullable(),
  /** PostgreSQL's letter: `a` always, `d` by default, empty for no identity column. */
  identity: z.enum(['', 'a', 'd']),
  identitySequence: z.string().nullable(),
  /** PostgreSQL's letter: `s` stored, `v` virtual, empty for a column that carries data; the default is its expression. */
  generated: z.enum(['', 's', 'v']).default(''),
});

const table = z.object({
  schema: z.enum(['public', 'anju']),
  name: z.string(),
  unlogged: z.boolean(),
  columns: z.array(column),
});

const sequence = z.object({
  schema: z.enum(['public', 'anju']),
  name: z.string(),
  /** `create sequence …`, or null for a sequence that comes with its identity column. */
  definition: z.string().nullable(),
  /** `schema.table.column` that the sequence belongs to. */
  ownedBy: z.string().nullable(),
  lastValue: z.string(),
  isCalled: z.boolean(),
});

/** How the tables looked: kept beside the manifest, which stays readable that way. */
const databaseSchema = z.object({
  /** Defaults, generated columns and indexes may call functions of our own; those that take rows come after the tables. */
  functions: z.array(z.object({ definition: z.string(), takesRows: z.boolean() })).default([]),
  sequences: z.array(sequence),
  tables: z.array(table),
  /** Primary and unique keys and checks, then indexes, then foreign keys: run in this order after the data. */
  afterData: z.array(z.string()),
});

const manifest = z.object({
  product: z.literal('anju'),
  format: z.literal(BACKUP_FORMAT),
  version: z.string(),
  createdAt: z.iso.datetime(),
  /** The installation (`anju.node`): its evidence lies below this id. */
  node: z.string(),
  /** What the database was last prepared by, see `fingerprint()`. */
  schemaFingerprint: z.string().nullable(),
  postgres: z.string(),
  database: z.object({
    schema: storedFile,
    tables: z.array(z.object({ schema: z.string(), name: z.string(), rows: count, data: storedFile })),
  }),
  evidence: z.object({ files: count, bytes: count, missing: count, list: storedFile }),
  secrets: storedFile,
});

export type StoredFile = z.output<typeof storedFile>;
export type ColumnDescription = z.output<typeof column>;
export type FunctionDescription = z.output<typeof databaseSchema>['functions'][number];
export type TableDescription = z.output<typeof table>;
export type SequenceDescription = z.output<typeof sequence>;
export type DatabaseSchema = z.output<typeof databaseSchema>;
export type TableData = z.output<typeof manifest>['database']['tables'][number];
export type Manifest = z.output<typeof manifest>;

export const MANIFEST = 'manifest.json';
export const DATABASE_SCHEMA = 'database/schema.json.gz';
export const MANIFEST_SUM = 'manifest.sha256';

/** Reads a manifest; undefined when it is not one that this version can read. */
export function parseManifest(text: string): Manifest | undefined {
  return parsed(manifest, text);
}

/** Reads the description of the tables; undefined when it is not one that this version can read. */
export function parseDatabaseSchema(text: string): DatabaseSchema | undefined {
  return parsed(databaseSchema, text);
}

function parsed<T extends z.ZodType>(shape: T, text: string): z.output<T> | undefined {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
