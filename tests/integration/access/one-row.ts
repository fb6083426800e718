import type { TestApp } from '../../harness/app';

/** The first row that the owner's statement answers; throws when there is none. */
export async function oneRow<Row extends object = { readonly id: number }>(
  app: TestApp,
  sql: string,
  values: readonly unknown[],
): Promise<Row> {
  const { rows } = await app.owner.query<Row>(sql, [...values]);
  const [row] = rows;
  if (!row) throw new Error(`No row came of ${sql}`);
  return row;
}
