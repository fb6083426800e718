import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Client } from 'pg';
import { TEMPLATE, templateDataDir, testServer } from './places';

/** Boots and fills the template database once per run; every test file clones it. */
export default async function makeTemplate(): Promise<void> {
  const owner = new Client({ connectionString: testServer('postgres') });
  await owner.connect();
  try {
    const ready = await owner.query('select 1 from pg_database where datname = $1 and datistemplate', [TEMPLATE]);
    if (ready.rowCount) return;
    await owner.query(`drop database if exists ${TEMPLATE}`);
    await owner.query(`create database ${TEMPLATE}`);
    fillTemplate();
    await owner.query(`alter database ${TEMPLATE} is_template true`);
  } finally {
    await owner.end();
  }
}

function fillTemplate(): void {
  const { status } = spawnSync(process.execPath, [path.join(__dirname, 'fill-template.cjs')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: testServer(TEMPLATE),
      ANJU_DATA_DIR: templateDataDir(),
      NODE_ENV: 'test',
      ANJU_EMBEDDED: '1',
    },
  });
  if (status !== 0) throw new Error('The template database could not be prepared; see the output above');
}
