const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '53300',
]);
/** What pg says of a connection that was lost, alone or after the statement that knex puts before it. */
const LOST =
  /(?:^| - )(?:Connection terminated|Connection Error|Client has encountered a connection error|Client was closed)/;
const FULL = new Set(['53100', 'ENOSPC']);

/** SQLSTATE or system code of an error; empty when it has none. */
export function databaseErrorCode(error: unknown): string {
  return error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : '';
}

/** PostgreSQL ended this transaction so that others could go on: doing it again will do. */
export function isDeadlock(error: unknown): boolean {
  return databaseErrorCode(error) === '40P01';
}

/** The database, or the evidence folder's disk, has no room left. */
export function isDiskFull(error: unknown): boolean {
  return FULL.has(databaseErrorCode(error));
}

/** The database cannot be reached, is starting or stopping, or has no connection left. */
export function isDatabaseAway(error: unknown): boolean {
  if (AWAY.has(databaseErrorCode(error))) return true;
  if (!(error instanceof Error)) return false;
  return error.name === 'KnexTimeoutError' || LOST.test(error.message);
}
