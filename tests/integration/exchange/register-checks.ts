import type { TestDatabase } from '../../harness/database';

/** A full run finds nothing that the import has not found. */
export async function expectCurrentWarnings(app: TestDatabase): Promise<void> {
  expect(await rowsOf(app, 'select opened, closed from anju.scan_warnings()')).toEqual([{ opened: 0, closed: 0 }]);
}

export async function countOf(app: TestDatabase, where: string): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(app, `select count(*)::integer as n from ${where}`);
  return row?.n ?? -1;
}

export async function rowsOf<Row extends object = Record<string, unknown>>(
  app: TestDatabase,
  query: string,
): Promise<Row[]> {
  return (await app.owner.query<Row>(query)).rows;
}

/** What is counted is what a recount finds. */
export async function expectExactStatistics(app: TestDatabase): Promise<void> {
  expect(await rowsOf(app, 'select * from anju.statistics_differences()')).toEqual([]);
}
