export interface ListTotal {
  readonly count: number;
  /** The count is a lower bound: the server stopped counting there. */
  readonly bounded: boolean;
}

/** The total of `Content-Range: name from-to/total`; undefined when the server does not know it. */
export function listTotal(headers: Headers): ListTotal | undefined {
  const count = Number(headers.get('Content-Range')?.split('/').pop() ?? NaN);
  return Number.isInteger(count) ? { count, bounded: headers.get('X-Total-Bounded') === 'true' } : undefined;
}

/** The total in the meta of a list that our data provider answered. */
export function totalOf(meta: unknown): ListTotal | undefined {
  return isTotalled(meta) ? meta.total : undefined;
}

function isTotalled(meta: unknown): meta is { readonly total: ListTotal | undefined } {
  return typeof meta === 'object' && meta !== null && 'total' in meta;
}
