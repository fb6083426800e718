import type { EvidenceChange } from '@anju/domain/contracts';
import { HttpError } from 'ra-core';
import { problemOf } from '../../http/problem';
import { signedInAnew } from '../../http/request';
import { session } from '../../http/session';

const UNAUTHORISED = 401;

export interface UploadOrder {
  readonly householdId: number;
  readonly category: string;
  readonly file: File;
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number) => void;
}

/** Uploads one file; the promise is refused with the server's sentence, or with an AbortError when it was cancelled. */
export async function uploadEvidence(order: UploadOrder): Promise<EvidenceChange> {
  try {
    return await send(order);
  } catch (error) {
    const isExpired = error instanceof HttpError && error.status === UNAUTHORISED;
    if (!isExpired || !(await signedInAnew())) throw error;
    return send(order);
  }
}

/** fetch reports no progress of what it sends, XMLHttpRequest does. */
function send({ householdId, category, file, signal, onProgress }: UploadOrder): Promise<EvidenceChange> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const abort = () => xhr.abort();
    xhr.open('POST', '/api/registry/evidence');
    xhr.setRequestHeader('Accept', 'application/json');
    xhr.setRequestHeader('Authorization', `Bearer ${session.token() ?? ''}`);
    xhr.responseType = 'json';
    xhr.upload.onprogress = (event) => onProgress(Math.min(event.loaded, file.size));
    xhr.onload = () => {
      const answer: unknown = xhr.response;
      // The server's answer is checked against the door's contract by the server's own tests.
      if (xhr.status >= 200 && xhr.status < 300) resolve(answer as EvidenceChange);
      else reject(problemOf(xhr.status, answer));
    };
    xhr.onerror = () => reject(new HttpError('连不上服务器，照片没有上传', 0, { code: 'unreachable' }));
    xhr.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    xhr.onloadend = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    xhr.send(formOf(householdId, category, file));
  });
}

/** The text parts come first, so that the server knows them before the file streams in. */
function formOf(householdId: number, category: string, file: File): FormData {
  const form = new FormData();
  form.append('householdId', String(householdId));
  form.append('category', category);
  form.append('file', file, file.name);
  return form;
}
