import { z } from 'zod';
import { SCOPED_DUTIES } from '../duties';
import { door } from './door';
import { rowIdText } from './field-shapes';
import { journalChange } from './journal';

/** One step of a household's history: who did what to which part of it, old and new. */
export const historyEntry = z.object({
  id: z.int(),
  at: z.string(),
  /** Null: a job or an import that nobody signed for. */
  actorName: z.string().nullable(),
  actionLabel: z.string(),
  subjectLabel: z.string(),
  /** The person or the category of evidence that it is about. */
  subjectName: z.string().nullable(),
  changes: z.array(journalChange),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

export const householdHistory = z.object({
  entries: z.array(historyEntry),
  /** What the next call gives as `before`; null at the beginning of the history. */
  next: z.int().nullable(),
});
export type HouseholdHistory = z.infer<typeof householdHistory>;

export const householdHistoryDoor = door({
  id: 'registry.household.history',
  method: 'GET',
  path: '/registry/households/:id/history',
  access: SCOPED_DUTIES,
  scope: 'region',
  summary: "A household's history out of the journal, newest first: who, when, old and new; masked as its record is",
  params: z.strictObject({ id: rowIdText }),
  query: z.strictObject({ before: rowIdText.optional() }),
  answer: householdHistory,
});
