import { HttpError } from 'ra-core';
import { lastAct } from '../auth/last-act';
import { t } from '../language/t';
import { spoken } from '../language/spoken';
import { problemOf } from './problem';
import { session } from './session';
import { signInAgain } from './sign-in-again';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON, except FormData. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

export interface Reply<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly json: T;
}

/** Calls a door below `/api`; an expired token is renewed once, over a form by its password; every failure is an HttpError with a Chinese sentence. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<Reply<T>> {
  if (session.token() === undefined && !(await signedInAnew())) throw problemOf(401, undefined);
  const first = await send(path, options);
  const response = first.status === 401 && (await signedInAnew()) ? await send(path, options) : first;
  // Whoever waits for a change, or for a job that goes part by part, is not idle.
  if (options.method !== undefined && options.method !== 'GET') lastAct.note();
  const text = await response.text();
  const json = parsed(text);
  if (!response.ok) throw problemOf(response.status, json);
  // The server's answer is checked against the door's contract by the server's own tests.
  return { status: response.status, headers: response.headers, json: spoken(path, json as T) };
}

/** Whether the session goes on: by its cookie, or by the password where a form offers to ask for it. */
export async function signedInAnew(): Promise<boolean> {
  return (await session.renew()) || signInAgain.ask();
}

async function send(path: string, { method = 'GET', body, signal }: RequestOptions): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json' });
  const token = session.token();
  if (token) headers.set('Authorization', `Bearer ${token}`);
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers.set('Content-Type', 'application/json');
  const payload = body === undefined ? null : isForm ? body : JSON.stringify(body);
  try {
    return await fetch(`/api${path}`, { method, headers, body: payload, signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new HttpError(t('连不上服务器，请检查网络后重试'), 0, { code: 'unreachable' });
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
