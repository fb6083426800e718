import { setTimeout as pause } from 'node:timers/promises';

const TRIES = 40;

/**
 * Rows of one statement, asked as the database's owner, whom row level security does not bind; tried again while the
 * database recovers.
 * @param {string} connectionString
 * @param {string} sql
 * @param {unknown[]} [values]
 */
export async function queryRows(connectionString, sql, values = []) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rowsOnce(connectionString, sql, values);
    } catch (error) {
      const away = error.code === '57P03' || error.code === 'ECONNREFUSED' || /terminated/.test(error.message);
      if (!away || attempt === TRIES) throw error;
      await pause(250);
    }
  }
}

async function rowsOnce(connectionString, sql, values) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString, ssl: false });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query(sql, values);
    return rows;
  } finally {
    await client.end();
  }
}
