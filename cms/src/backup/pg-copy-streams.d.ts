/** The package carries no types. */
declare module 'pg-copy-streams' {
  import type { Submittable } from 'pg';
  import type { Readable, Writable } from 'node:stream';

  /** A stream into `copy … from stdin`; `rowCount` is known when it has finished. */
  export function from(statement: string): Writable & Submittable & { readonly rowCount: number };

  /** The stream that `copy … to stdout` answers. */
  export function to(statement: string): Readable & Submittable;
}
