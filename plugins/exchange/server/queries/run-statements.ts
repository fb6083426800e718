import type { Client } from 'pg';

/** Runs the statements of an import, which find its number in `import_run`; tells before each which share (0–1) is done. */
export async function runStatements(
  client: Client,
  batchId: number,
  statements: readonly string[],
  onShare: (share: number) => void,
): Promise<void> {
  await client.query('create temp table import_run on commit drop as select $1::integer as id', [batchId]);
  for (const [index, statement] of statements.entries()) {
    onShare(index / statements.length);
    // The tables' triggers keep a plan for as many rows as they met first; a plan for none takes hours for a province.
    await client.query('discard plans');
    await client.query(statement);
  }
}
