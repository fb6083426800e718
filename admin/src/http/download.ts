import { HttpError } from 'ra-core';
import { t } from '../language/t';
import { problemOf } from './problem';
import { session } from './session';

/** Fetches a file below `/api` with the session's token and hands it to the browser to save. */
export async function download(path: string): Promise<void> {
  const answer = await fetchFile(path);
  saveBlob(await answer.blob(), nameOf(answer.headers));
}

/** Fetches a file below `/api` with the session's token, which is renewed once. */
export async function fetchFile(path: string): Promise<Response> {
  const first = await send(path);
  const answer = first.status === 401 && (await session.renew()) ? await send(path) : first;
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => undefined));
  return answer;
}

async function send(path: string): Promise<Response> {
  try {
    return await fetch(`/api${path}`, { headers: { Authorization: `Bearer ${session.token() ?? ''}` } });
  } catch {
    throw new HttpError(t('连不上服务器，请检查网络后重试'), 0, { code: 'unreachable' });
  }
}

function nameOf(headers: Headers): string {
  const name = /filename\*=UTF-8''([^;]+)/.exec(headers.get('Content-Disposition') ?? '')?.[1];
  return name === undefined ? t('文件') : decodeURIComponent(name);
}

/** Hands a file to the browser to save. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has begun to save by then; the address would hold the file in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
