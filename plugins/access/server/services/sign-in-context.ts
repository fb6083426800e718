/** What the sign-in doors read and write of Koa's context. */
export interface SignInContext {
  body: unknown;
  status: number;
  readonly ip: string;
  readonly params?: unknown;
  readonly request: { body?: unknown };
  readonly cookies: { get(name: string): string | undefined };
  readonly state: { requestId?: string };
}
