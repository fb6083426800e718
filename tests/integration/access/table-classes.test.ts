import type { Client } from 'pg';
import { startTestDatabase, type TestDatabase } from '../../harness/database';
import { AUDIT, LEDGER, OPEN, PEOPLE, SERVING_DEFINERS, SERVING_GRANTS } from './known-tables';

const RANGE_OF_SCOPE =
  /^\(\(\(?\w+\)?(::text)? >= \( SELECT current_setting\('anju\.lo'::text, true\) AS current_setting\)\) AND \(\(?\w+\)?(::text)? < \( SELECT current_setting\('anju\.hi'::text, true\) AS current_setting\)\)\)$/;

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});

afterAll(() => database.stop());

interface Table {
  readonly name: string;
  readonly secured: boolean;
  /** The conditions of its permissive policies, for reading and for writing; a restrictive one can only narrow them. */
  readonly conditions: readonly string[];
  /** The column that the policy reads may not be null. */
  readonly placed: boolean;
}

async function tables(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as secured,
      array(select condition from pg_policies p, unnest(array[p.qual, p.with_check]) condition
            where p.schemaname = n.nspname and p.tablename = c.relname and p.permissive = 'PERMISSIVE' and condition is not null) as conditions,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('region_code', 'code') and a.attnotnull) as placed
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'anju') and c.relkind in ('r', 'p') order by 1`);
  return rows;
}

function classesOf(table: Table): readonly string[] {
  return [
    ...(isScoped(table) ? ['region'] : []),
    ...(LEDGER.includes(table.name) ? ['ledger'] : []),
    ...(AUDIT.includes(table.name) ? ['audit'] : []),
    ...(OPEN.includes(table.name) ? ['open'] : []),
  ];
}

/** Row level security is on and every policy is the range of the scope, for reading and for writing. */
function isScoped({ secured, conditions, placed }: Table): boolean {
  return secured && placed && conditions.length > 0 && conditions.every((condition) => RANGE_OF_SCOPE.test(condition));
}

/** Tables that stand in no class or in several. */
async function misplaced(): Promise<readonly string[]> {
  const all = await tables(database.owner);
  return all.filter((table) => classesOf(table).length !== 1).map(({ name }) => name);
}

async function names(sql: string): Promise<readonly string[]> {
  const { rows } = await database.owner.query<{ name: string }>(sql);
  return rows.map(({ name }) => name);
}

describe('every table', () => {
  it('is in exactly one class', async () => {
    expect(await misplaced()).toEqual([]);
  });

  it('of people’s data is in class region, with the journal’s triggers', async () => {
    const all = await tables(database.owner);
    const scoped = all.filter(isScoped).map(({ name }) => name);
    expect(scoped).toEqual(expect.arrayContaining(PEOPLE.map((name) => `public.${name}`)));
    const journalled = await names(`
      select c.relname || '.' || t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where t.tgname like 'journal\\_%' and t.tgenabled in ('O', 'A') order by 1`);
    const wanted = PEOPLE.flatMap((name) => ['delete', 'insert', 'update'].map((event) => `${name}.journal_${event}`));
    expect(journalled).toEqual(expect.arrayContaining(wanted));
  });

  it.each([
    ['without row level security', 'create table public.visitors (id int, region_code text not null)'],
    [
      'whose policy is wider than the scope',
      `create table public.visitors (id int, region_code text not null);
       alter table public.visitors enable row level security;
       create policy scope on public.visitors to anju_app using (true)`,
    ],
    [
      'whose region may be missing',
      `create table public.visitors (id int, region_code text);
       alter table public.visitors enable row level security;
       create policy scope on public.visitors to anju_app
         using (region_code >= (select current_setting('anju.lo', true)) and region_code < (select current_setting('anju.hi', true)))`,
    ],
  ])('%s fails this check', async (_name, sql) => {
    await database.owner.query('begin');
    try {
      await database.owner.query(sql);
      expect(await misplaced()).toEqual(['public.visitors']);
    } finally {
      await database.owner.query('rollback');
    }
  });
});

describe('what would step around row level security', () => {
  it('does not exist: no materialized view, and views ask with their caller’s rights', async () => {
    expect(
      await names(`
        select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'anju')
          and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)))`),
    ).toEqual([]);
  });

  it('is bound: definer functions have a set search path and are not everybody’s', async () => {
    const definers = `from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'anju') and p.prosecdef`;
    const known = await names(`select p.proname as name ${definers}`);
    expect(known).toEqual(expect.arrayContaining(['enter', 'write_journal', 'journal_insert']));
    expect(
      await names(`
        select p.oid::regprocedure::text as name ${definers}
          and (p.proconfig is null or not exists (select from unnest(p.proconfig) c where c like 'search\\_path=pg_catalog, %pg\\_temp')
               or has_function_privilege('public', p.oid, 'execute'))`),
    ).toEqual([]);
  });
});

describe('the definer functions that the serving role may call', () => {
  it('are on the short list', async () => {
    const callable = await names(`
      select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('public', 'anju') and p.prosecdef and p.prorettype <> 'trigger'::regtype
        and has_function_privilege('anju_app', p.oid, 'execute')`);
    expect(callable).toContain('enter');
    expect(callable.filter((name) => !SERVING_DEFINERS.includes(name))).toEqual([]);
  });
});

describe('the serving role', () => {
  it('owns nothing and is a member of nothing', async () => {
    const { rows } = await database.owner.query(`
      select r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
        (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships,
        (select count(*)::int from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owned
      from pg_roles r where r.rolname = 'anju_app'`);
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        memberships: 0,
        owned: 0,
      },
    ]);
  });

  it('has in schema anju no rights but the listed ones', async () => {
    const { rows } = await database.owner.query<{ name: string; rights: string[] }>(`
      select n.nspname || '.' || c.relname as name, array_agg(g.privilege_type order by g.privilege_type) as rights
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
      where n.nspname = 'anju' and c.relkind in ('r', 'p', 'v', 'S') and g.grantee in (0, 'anju_app'::regrole) group by 1`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ name, rights }) => SERVING_GRANTS[name]?.join() !== rights.join())).toEqual([]);
  });

  it('has plain reading and writing in schema public, and can make nothing', async () => {
    const { rows } = await database.owner.query<{ rights: string[] }>(`
      select distinct array_agg(g.privilege_type order by g.privilege_type) as rights
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
      where n.nspname = 'public' and c.relkind in ('r', 'p') and g.grantee = 'anju_app'::regrole group by c.oid`);
    expect(rows).toEqual([{ rights: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'] }]);
    const { rows: creating } = await database.owner.query(
      `select has_schema_privilege('anju_app', 'public', 'create') as public, has_schema_privilege('anju_app', 'anju', 'create') as anju,
              has_database_privilege('anju_app', current_database(), 'create') as schemas`,
    );
    expect(creating).toEqual([{ public: false, anju: false, schemas: false }]);
  });
});
