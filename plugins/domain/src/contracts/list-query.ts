import { z } from 'zod';

/** Rows that one answer may carry. */
export const LONGEST_PAGE = 500;
/** Paging by offset ends here; beyond it a list is read by cursor. */
export const LARGEST_OFFSET = 10_000;

/** A query parameter whose text is JSON of the given shape. */
export function jsonParameter<Shape extends z.ZodType>(name: string, shape: Shape) {
  return z
    .string({ error: `参数 ${name} 只能出现一次` })
    .transform((text, context) => {
      try {
        const value: unknown = JSON.parse(text);
        return value;
      } catch {
        context.addIssue({ code: 'custom', message: `参数 ${name} 不是有效的 JSON` });
        return z.NEVER;
      }
    })
    .pipe(shape);
}

const range = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()], { error: '参数 range 应为 [起,止]' })
  .refine(([from, to]) => to >= from, { error: '参数 range 的止不能小于起' })
  .refine(([from, to]) => to - from < LONGEST_PAGE, { error: `一次最多取 ${LONGEST_PAGE} 行` })
  .refine(([from]) => from <= LARGEST_OFFSET, {
    error: `不能跳到第 ${LARGEST_OFFSET} 行之后，请缩小查询条件或逐页翻看`,
  });

/** The query of a list in ra-data-simple-rest's dialect, with `after` in place of `range` for reading by cursor. */
export function listQuery<Filter extends z.ZodType, const Fields extends readonly [string, ...string[]]>(
  filter: Filter,
  sortFields: Fields,
) {
  const sort = z.tuple(
    [
      z.enum(sortFields, { error: `只能按 ${sortFields.join('、')} 排序` }),
      z.enum(['ASC', 'DESC'], { error: '排序方向应为 ASC 或 DESC' }),
    ],
    { error: '参数 sort 应为 [字段,方向]' },
  );
  return z.strictObject({
    filter: jsonParameter('filter', filter).optional(),
    range: jsonParameter('range', range).optional(),
    sort: jsonParameter('sort', sort).optional(),
    after: z.string().max(200, { error: '翻页标记不正确' }).optional(),
  });
}
