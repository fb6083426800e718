/** What a controller writes of an answer. */
export interface Answer {
  set(field: string, value: string): void;
  body: unknown;
}

/** A page of a list: its rows, where it starts, and how many there are in all. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly from: number;
  readonly total: number;
  /** The total is a lower bound ("10000+"). */
  readonly bounded?: boolean;
  /** Cursor of the next page; absent on the last one. */
  readonly nextCursor?: string;
}

/** Answers a list in the simple-rest dialect: an array, `Content-Range`, and the keyset cursor. */
export function sendList<Row>(ctx: Answer, name: string, page: Page<Row>): void {
  const to = page.rows.length === 0 ? page.from : page.from + page.rows.length - 1;
  ctx.set('Content-Range', `${name} ${page.from}-${to}/${page.total}`);
  if (page.bounded) ctx.set('X-Total-Bounded', 'true');
  if (page.nextCursor) ctx.set('X-Next-Cursor', page.nextCursor);
  ctx.body = page.rows;
}
