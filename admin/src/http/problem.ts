import { HttpError } from 'ra-core';
import { said, saidThroughout } from '../language/said';
import { t } from '../language/t';

/** What the server says about a failure: one sentence, a stable code, and a text for each field at fault. */
export interface Problem {
  readonly message: string;
  readonly code?: string | undefined;
  readonly errors?: Readonly<Record<string, string>> | undefined;
}

const SENTENCES: Readonly<Record<number, string>> = {
  400: t('填写的内容有误，请检查后重试'),
  401: t('登录已过期，请重新登录'),
  403: t('您没有此项操作的权限'),
  404: t('这条记录不存在，或不在您的行政区划内'),
  409: t('这条记录刚被他人修改，请刷新后再保存'),
  413: t('文件太大，请压缩后再上传'),
  415: t('不支持这种文件'),
  422: t('不符合填报规则，请检查后重试'),
  429: t('操作太频繁，请稍后再试'),
  503: t('服务器暂时不可用，请稍后重试'),
};

/** The failure as an HttpError whose body react-admin's forms map to their fields. */
export function problemOf(status: number, json: unknown): HttpError {
  const problem = isProblem(json) ? json : undefined;
  const message =
    (problem && said(problem.message)) ??
    SENTENCES[status] ??
    t('服务器没有正确回应（{status}），请稍后重试', { status });
  return new HttpError(message, status, { ...problem, message, errors: saidThroughout(problem?.errors ?? {}) });
}

/** The sentence to show for any failure. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : t('操作没有完成，请重试');
}

/** The HTTP status of a failure; 0 when the server could not be reached. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof HttpError && typeof error.status === 'number' ? error.status : undefined;
}

function isProblem(json: unknown): json is Problem {
  return typeof json === 'object' && json !== null && 'message' in json && typeof json.message === 'string';
}

/** What the server says of each field at fault; empty when it names none. */
export function problemFields(error: unknown): Readonly<Record<string, string>> {
  const body: unknown = error instanceof HttpError ? error.body : undefined;
  if (typeof body !== 'object' || body === null || !('errors' in body)) return {};
  const { errors } = body;
  if (typeof errors !== 'object' || errors === null) return {};
  return Object.fromEntries(Object.entries(errors).map(([field, text]) => [field, String(text)]));
}

/** The record as it stands now, which a conflict carries; undefined for every other failure. */
export function currentOf<Record>(error: unknown): Record | undefined {
  if (statusOf(error) !== 409 || !(error instanceof HttpError)) return undefined;
  const body: unknown = error.body;
  if (typeof body !== 'object' || body === null || !('current' in body)) return undefined;
  // The door's contract says what a conflict carries; the server's own tests hold it to that.
  return body.current as Record;
}
