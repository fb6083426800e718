import { AsyncLocalStorage } from 'node:async_hooks';
import type { SignedInUser } from '@anju/domain/contracts';
import type { Duty } from '@anju/domain';
import type { Knex } from 'knex';

/** The person behind a request, as the database confirmed it at the request's first statement. */
export interface Actor extends SignedInUser {
  readonly sessionId: string;
}

/** A request's (or job's) transaction and actor; every query of the request runs on this one connection. */
export interface RequestScope {
  /** Absent for a door whose scope is `none`. */
  readonly db: Knex.Transaction | undefined;
  readonly actor: Actor | null;
  readonly requestId: string;
}

const scopes = new AsyncLocalStorage<RequestScope>();

/** Runs `work` with this scope current. */
export function withRequestScope<T>(scope: RequestScope, work: () => Promise<T>): Promise<T> {
  return scopes.run(scope, work);
}

/** The current scope; throws outside a request or `inScope`. */
export function requestScope(): RequestScope {
  const scope = scopes.getStore();
  if (!scope) throw new Error('No request scope: queries run inside a request or inScope()');
  return scope;
}

/** Whether a scope is current. */
export function hasRequestScope(): boolean {
  return scopes.getStore() !== undefined;
}

/** The transaction of the current request; throws in a door that declared to ask the database nothing. */
export function requestDb(): Knex.Transaction {
  const { db } = requestScope();
  if (!db) throw new Error('This door declares scope none, and asks the database');
  return db;
}

/** The signed-in person of the current request; throws in jobs and public doors. */
export function requestActor(): Actor {
  const { actor } = requestScope();
  if (!actor) throw new Error('No actor: this scope belongs to a job or a public door');
  return actor;
}

/** Whether the signed-in person holds the duty. */
export function hasDuty(duty: Duty): boolean {
  return requestActor().duties.includes(duty);
}
