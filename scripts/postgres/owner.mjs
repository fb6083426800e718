import { randomBytes } from 'node:crypto';
import fs from 'node:fs';

const DATABASE = 'anju';
const OWNER = 'anju_owner';

/**
 * Makes the product's owner role and database where they are missing; returns the owner's URL, never the superuser's.
 * @param {{ port: number, superuserPassword: string, secretFile: string, mayCreateDatabases: boolean }} options
 */
export async function ownedDatabase({ port, superuserPassword, secretFile, mayCreateDatabases }) {
  const password = ownerPassword(secretFile);
  await connected(address(port, 'postgres', superuserPassword, 'postgres'), async (client) => {
    await ensureOwner(client, password, mayCreateDatabases);
    await ensureDatabase(client);
  });
  const url = address(port, OWNER, password, DATABASE);
  await connected(url, refuseBlindTrigrams);
  return url;
}

function ownerPassword(file) {
  if (!fs.existsSync(file)) fs.writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  return fs.readFileSync(file, 'utf8').trim();
}

async function ensureOwner(client, password, mayCreateDatabases) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [OWNER]);
  if (rowCount === 0) await client.query(`create role ${OWNER}`);
  await client.query(
    `alter role ${OWNER} login nosuperuser nobypassrls createrole ${mayCreateDatabases ? 'createdb' : 'nocreatedb'}
     password ${client.escapeLiteral(password)}`,
  );
}

async function ensureDatabase(client) {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`);
}

async function refuseBlindTrigrams(client) {
  await client.query('create extension if not exists pg_trgm');
  const { rows } = await client.query(`select cardinality(show_trgm('张三')) as trigrams`);
  if (rows[0].trigrams === 0)
    throw new Error('数据库的字符集设置不认识汉字（pg_trgm），不能使用。请换一个空的 ANJU_DATA_DIR。');
}

async function connected(connectionString, work) {
  // Loaded late: this file is read before anything is installed.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString, ssl: false });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function address(port, user, password, database) {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}
