import { HttpError } from 'ra-core';
import { lastAct } from '../auth/last-act';
import { t } from '../language/t';
import { problemOf } from './problem';
import { signedInAnew } from './request';
import { session } from './session';

const UNAUTHORISED = 401;

export interface UploadOrder {
  /** The door below `/api`. */
  readonly path: string;
  /** The text parts; they come first, so that the server knows them before the file streams in. */
  readonly fields: Readonly<Record<string, string>>;
  readonly file: File;
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number) => void;
}

/** Uploads one file; the promise is refused with the server's sentence, or with an AbortError when it was cancelled. */
export async function uploadFile<T>(order: UploadOrder): Promise<T> {
  try {
    return await send<T>(order);
  } catch (error) {
    const isExpired = error instanceof HttpError && error.status === UNAUTHORISED;
    if (!isExpired || !(await signedInAnew())) throw error;
    return send<T>(order);
  }
}

/** fetch reports no progress of what it sends, XMLHttpRequest does. */
function send<T>({ path, fields, file, signal, onProgress }: UploadOrder): Promise<T> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const abort = () => xhr.abort();
    xhr.open('POST', `/api${path}`);
    xhr.setRequestHeader('Accept', 'application/json');
    xhr.setRequestHeader('Authorization', `Bearer ${session.token() ?? ''}`);
    xhr.responseType = 'json';
    xhr.upload.onprogress = (event) => {
      lastAct.note();
      onProgress(Math.min(event.loaded, file.size));
    };
    xhr.onload = () => {
      const answer: unknown = xhr.response;
      // The server's answer is checked against the door's contract by the server's own tests.
      if (xhr.status >= 200 && xhr.status < 300) resolve(answer as T);
      else reject(problemOf(xhr.status, answer));
    };
    xhr.onerror = () => reject(new HttpError(t('连不上服务器，文件没有上传'), 0, { code: 'unreachable' }));
    xhr.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    xhr.onloadend = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file, file.name);
    xhr.send(form);
  });
}
