import type { FieldValue } from '../model/field-text';

type Persons = Readonly<Record<string, FieldValue>>;

let last: { readonly userId: number; readonly persons: Persons } | undefined;

/** Persons and dates of the household that this clerk saved last; in memory only. */
export const lastPersons = {
  of: (userId: number | undefined): Persons | undefined => (last?.userId === userId ? last?.persons : undefined),
  remember(userId: number, persons: Persons): void {
    last = { userId, persons: { ...persons } };
  },
};
