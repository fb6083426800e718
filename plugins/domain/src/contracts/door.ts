import type { z } from 'zod';
import type { Duty } from '../duties';
import type { UserLevel } from '../vocabulary';

/** Who may use a door: anyone, any signed-in user, or a user who holds at least one of these duties. */
export type DoorAccess = 'public' | 'signedIn' | readonly Duty[];

/** What a door can see: rows of the user's region, open tables, the user ledger, the journal, or nothing at all. */
export type DoorScope = 'region' | 'open' | 'ledger' | 'audit' | 'none';

/** The contract of one HTTP door: its place, who may use it, what it reads and what it answers. */
export interface Door<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** `<plugin>.<controller>.<action>`, as Strapi names the handler. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below `/api`, with `:name` parameters. */
  readonly path: `/${string}`;
  readonly access: DoorAccess;
  /** Levels whose users may use it, beside their duty; absent: every level. */
  readonly levels?: readonly UserLevel[];
  readonly scope: DoorScope;
  /** A GET that writes a journal entry before it answers; every other GET runs read only. */
  readonly journalled?: true;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The body travels as multipart/form-data with a `file` beside these fields. */
  readonly multipart?: true;
  /** Bytes of the largest file that a multipart door takes. */
  readonly largestFile?: number;
  /** Absent for answers that are not JSON (files). */
  readonly answer?: Answer;
}

/** Declares a door; keeps the exact types of its four shapes. */
export function door<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  contract: Door<P, Q, B, A>,
): Door<P, Q, B, A> {
  return contract;
}
