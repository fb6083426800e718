/** What the sign-in doors read and write of Koa's context. */
export interface SignInContext {
  body: unknown;
  status: number;
  readonly request: { body?: unknown };
  readonly cookies: { get(name: string): string | undefined };
  readonly state: { requestId?: string };
}
