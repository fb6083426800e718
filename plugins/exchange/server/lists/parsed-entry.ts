import type { RowError } from './list-row';

export type EntryValue = string | number | boolean | null;

/** A row that stands for itself, with what is wrong with it; a refused row keeps what could be read of it. */
export interface ParsedEntry<Name extends string> {
  readonly row: number;
  readonly values: Readonly<Record<Name, EntryValue>>;
  readonly errors: readonly RowError[];
}
