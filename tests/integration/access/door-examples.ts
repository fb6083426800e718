import type { Door } from '@anju/domain/contracts';
import { ACCESS_EXAMPLES } from './access-examples';
import { ANALYSIS_EXAMPLES } from './analysis-examples';
import type { Example, MakeExample } from './example';
import { EXCHANGE_EXAMPLES } from './exchange-examples';
import { OPTIONS_EXAMPLES } from './options-examples';
import { REGISTRY_EXAMPLES } from './registry-examples';

/** Input that each signed-in door accepts, made of what the region holds. */
export const EXAMPLES: Readonly<Record<string, MakeExample>> = {
  ...ACCESS_EXAMPLES,
  ...REGISTRY_EXAMPLES,
  ...OPTIONS_EXAMPLES,
  ...ANALYSIS_EXAMPLES,
  ...EXCHANGE_EXAMPLES,
};

/** Method, address and body of an example. */
export function requestFor(
  door: Door,
  { path = {}, query = {}, body }: Example,
): { readonly address: string; readonly init: RequestInit } {
  const filled = door.path.replace(/:(\w+)/g, (_match, name: string) => String(path[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = body && !isForm ? { 'Content-Type': 'application/json' } : {};
  return {
    address: `/api${filled}${search && '?'}${search}`,
    init: {
      method: door.method,
      headers,
      body: isForm ? body : JSON.stringify(body),
    },
  };
}
