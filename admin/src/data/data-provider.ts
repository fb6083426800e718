import simpleRestProvider from 'ra-data-simple-rest';
import type { DataProvider, GetListParams, RaRecord } from 'ra-core';
import { request } from '../http/request';
import { t } from '../language/t';
import { changedFields } from './changed-fields';
import { Cursors } from './cursors';
import { listTotal } from './list-total';
import { doorOf } from './paths';

/** ra-data-simple-rest's dialect with keyset paging, partial updates and our own session. */
export function createDataProvider(): DataProvider {
  const rest = simpleRestProvider('', restClient);
  const cursors = new Cursors();
  return {
    ...rest,
    supportAbortSignal: true,
    getOne: (resource, params) => rest.getOne(doorOf(resource), params),
    getMany: (resource, params) => rest.getMany(doorOf(resource), params),
    getManyReference: (resource, params) => rest.getManyReference(doorOf(resource), params),
    getList: (resource, params) => getList(cursors, resource, params),
    create: (resource, params) => rest.create(doorOf(resource), params),
    delete: (resource, params) => rest.delete(doorOf(resource), params),
    update: (resource, params) =>
      rest.update(doorOf(resource), { ...params, data: changedFields({ ...params.data }, params.previousData) }),
    updateMany: () => Promise.reject(new Error(t('请逐户修改'))),
    deleteMany: () => Promise.reject(new Error(t('请逐户删除'))),
  };
}

async function getList<Row extends RaRecord>(cursors: Cursors, resource: string, params: GetListParams) {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
  const { field, order } = params.sort ?? { field: 'id', order: 'ASC' };
  const query = { filter: JSON.stringify(params.filter ?? {}), sort: JSON.stringify([field, order]) };
  const key = JSON.stringify([resource, query, perPage]);
  const after = cursors.find(key, page);
  const from = (page - 1) * perPage;
  const place: Record<string, string> = after
    ? { after, range: rangeOf(0, perPage) }
    : { range: rangeOf(from, perPage) };
  const search = new URLSearchParams({ ...query, ...place });
  const { json, headers } = await request<Row[]>(`/${doorOf(resource)}?${search}`, { signal: params.signal });
  const next = headers.get('X-Next-Cursor');
  if (next) cursors.remember(key, page + 1, next);
  const total = listTotal(headers);
  const hasNextPage = next !== null || (total !== undefined && !total.bounded && from + json.length < total.count);
  return {
    data: json,
    ...(total && !total.bounded ? { total: total.count } : {}),
    pageInfo: { hasNextPage, hasPreviousPage: page > 1 },
    meta: { total },
  };
}

/** A cursor says where a page starts; the range beside it says only how long it is. */
function rangeOf(from: number, length: number): string {
  return JSON.stringify([from, from + length - 1]);
}

function restClient(
  url: string,
  options: { method?: string; body?: BodyInit | null; signal?: AbortSignal | null } = {},
) {
  return request<unknown>(url, {
    method: methodOf(options.method),
    ...(typeof options.body === 'string' ? { body: JSON.parse(options.body) as unknown } : {}),
    signal: options.signal ?? undefined,
  }).then(({ status, headers, json }) => ({ status, headers, json, body: '' }));
}

function methodOf(method: string | undefined): 'GET' | 'POST' | 'PUT' | 'DELETE' {
  return method === 'POST' || method === 'PUT' || method === 'DELETE' ? method : 'GET';
}
