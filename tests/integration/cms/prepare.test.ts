import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { startTestApp, type TestApp } from '../../harness/app';

const SERVER = path.join(__dirname, '..', '..', '..', 'cms', 'dist', 'src');

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** Prepares the file's database as a new version would, in a process of its own. */
function prepareAnew(): string {
  const script = `
    require(${JSON.stringify(path.join(SERVER, 'secrets.js'))}).loadSecrets();
    require(${JSON.stringify(path.join(SERVER, 'prepare.js'))}).prepare(process.env.DATABASE_URL)
      .then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], {
    env: { ...process.env, DATABASE_URL: app.ownerUrl, ANJU_DATA_DIR: app.dataDir },
    encoding: 'utf8',
  });
  return status === 0 ? 'prepared' : stderr;
}

/** What our own SQL has put beside Strapi's tables. */
async function ownObjects(): Promise<unknown> {
  const { rows } = await app.owner.query(`
    select (select json_agg(tgname || ' on ' || tgrelid::regclass order by tgrelid::regclass::text, tgname) from pg_trigger where not tgisinternal) as triggers,
           (select json_agg(policyname || ' on ' || tablename order by tablename, policyname) from pg_policies) as policies,
           (select json_agg(conname order by conname) from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'u')) as constraints,
           (select json_agg(indexname order by indexname) from pg_indexes where schemaname in ('public', 'anju')) as indexes,
           (select count(*) from households) as households`);
  return rows[0];
}

/** Takes an attribute of households away from the database and from what Strapi remembers of it. */
async function forgetAttribute(): Promise<void> {
  await app.owner.query('alter table households drop column poverty_cause');
  await app.owner.query(`
    update strapi_database_schema s set hash = 'an older version', schema = jsonb_set(s.schema::jsonb, '{tables}', (
      select jsonb_agg(case when t->>'name' <> 'households' then t else jsonb_set(t, '{columns}', (
        select jsonb_agg(c) from jsonb_array_elements(t->'columns') c where c->>'name' <> 'poverty_cause')) end)
      from jsonb_array_elements(s.schema::jsonb->'tables') t))`);
  await app.owner.query('delete from anju.prepared');
}

test('an attribute added to households by a later version arrives, with our own SQL and the data intact', async () => {
  const before = await ownObjects();
  await forgetAttribute();
  expect(prepareAnew()).toBe('prepared');
  const { rows } = await app.owner.query(
    `select 1 from information_schema.columns where table_name = 'households' and column_name = 'poverty_cause'`,
  );
  expect(rows).toHaveLength(1);
  expect(await ownObjects()).toEqual(before);
});

test('a database that is up to date is left alone', async () => {
  const entries = async () => (await app.owner.query('select count(*) from anju.prepared')).rows[0] as unknown;
  expect(prepareAnew()).toBe('prepared');
  const once = await entries();
  expect(prepareAnew()).toBe('prepared');
  expect(await entries()).toEqual(once);
});
