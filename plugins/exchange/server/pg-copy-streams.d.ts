/** The package carries no types. */
declare module 'pg-copy-streams' {
  import type { Submittable } from 'pg';
  import type { Writable } from 'node:stream';

  /** A stream into `copy … from stdin`. */
  export function from(statement: string): Writable & Submittable;
}
