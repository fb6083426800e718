import { z } from 'zod';
import { door } from './door';
import { regionCode } from './field-shapes';
import { listQuery } from './list-query';

/** A region of the cascader. `fullName` runs from the province down. */
export const regionRow = z.object({
  code: z.string(),
  name: z.string(),
  /** 0 nation, 1 province, 2 city, 3 county, 4 township, 5 village. */
  level: z.int(),
  kind: z.string(),
  parentCode: z.string().nullable(),
  fullName: z.string(),
});
export type RegionRow = z.infer<typeof regionRow>;

/** Either the children of one region, or regions named by their codes. */
export const regionFilter = z
  .strictObject({
    parentCode: regionCode.optional(),
    code: z.array(regionCode).max(500, { error: '一次最多查询 500 个行政区划' }).optional(),
  })
  .refine((filter) => (filter.parentCode === undefined) !== (filter.code === undefined), {
    error: '请给出上级代码 parentCode 或代码 code，二者选一',
  });
export type RegionFilter = z.infer<typeof regionFilter>;

export const regionListDoor = door({
  id: 'access.region.find',
  method: 'GET',
  path: '/access/regions',
  access: 'signedIn',
  scope: 'open',
  summary: 'Children of a region, or regions by code, in code order',
  query: listQuery(regionFilter, ['code']),
  answer: z.array(regionRow),
});
