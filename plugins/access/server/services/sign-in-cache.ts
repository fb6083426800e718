import type { Actor } from '@anju/kit';

/** What a parsed access token stands for; everything else is re-read by the request's first statement. */
export interface CachedSignIn {
  readonly userId: number;
  readonly sessionId: string;
  readonly auth: unknown;
  readonly user: unknown;
  readonly stamp: string;
  /** As the database last said. */
  readonly actor: Actor;
  readonly expiresAt: number;
}

const LIFETIME_MS = 15_000;
const CAPACITY = 5_000;

/** Parsed sign-ins by token, for 15 s; the oldest leaves when it is full. */
export class SignInCache {
  private readonly entries = new Map<string, CachedSignIn>();

  get(token: string): CachedSignIn | undefined {
    const entry = this.entries.get(token);
    if (!entry) return undefined;
    if (entry.expiresAt > Date.now()) return entry;
    this.entries.delete(token);
    return undefined;
  }

  set(token: string, entry: Omit<CachedSignIn, 'expiresAt'>, tokenExpiresAt: number): void {
    const oldest = this.entries.keys().next();
    if (this.entries.size >= CAPACITY && !oldest.done) this.entries.delete(oldest.value);
    this.entries.set(token, { ...entry, expiresAt: Math.min(Date.now() + LIFETIME_MS, tokenExpiresAt) });
  }

  /** Whom the database names now, for as long as the sign-in was to be remembered anyway. */
  refresh(token: string, actor: Actor): void {
    const entry = this.entries.get(token);
    if (entry) this.entries.set(token, { ...entry, actor });
  }

  drop(token: string): void {
    this.entries.delete(token);
  }

  clear(): void {
    this.entries.clear();
  }
}
