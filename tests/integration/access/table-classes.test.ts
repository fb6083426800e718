import type { Client } from 'pg';
import { startTestApp, type TestApp } from '../../harness/app';

/** Read before a scope exists, so without a policy: SQL on them stands in the access plugin's queries only. */
const LEDGER = [
  'anju.account_state',
  'anju.password_history',
  'anju.sign_in_attempt',
  'anju.township_request',
  'public.up_users',
  'public.up_users_role_lnk',
  'public.strapi_sessions',
];

/** Who did what: readable in the range of the duty `audit`, written by the owner's functions. */
const AUDIT = ['anju.journal', 'anju.journal_mark', 'anju.journal_seal'];

/** Configuration without people's data, and Strapi's own tables. */
const OPEN = [
  'anju.configuration',
  'anju.configuration_change',
  'anju.configuration_stamp',
  'anju.evidence_group',
  'anju.id_prefix',
  'anju.node',
  'anju.option_merge_row',
  'anju.photo_category',
  'anju.prepared',
  'anju.sample_picture',
  'anju.role_duty',
  'anju.role_grant',
  'anju.warning_rule',
  'anju.warning_run',
  'public.option_lists',
  'public.options',
  'public.regions',
  'public.up_permissions',
  'public.up_permissions_role_lnk',
  'public.up_roles',
  'public.admin_permissions',
  'public.admin_permissions_api_token_lnk',
  'public.admin_permissions_role_lnk',
  'public.admin_roles',
  'public.admin_users',
  'public.admin_users_roles_lnk',
  'public.files',
  'public.files_folder_lnk',
  'public.files_related_mph',
  'public.i18n_locale',
  'public.strapi_ai_localization_jobs',
  'public.strapi_ai_metadata_jobs',
  'public.strapi_api_token_permissions',
  'public.strapi_api_token_permissions_token_lnk',
  'public.strapi_api_tokens',
  'public.strapi_api_tokens_admin_user_owner_lnk',
  'public.strapi_core_store_settings',
  'public.strapi_database_schema',
  'public.strapi_history_versions',
  'public.strapi_migrations',
  'public.strapi_migrations_internal',
  'public.strapi_release_actions',
  'public.strapi_release_actions_release_lnk',
  'public.strapi_releases',
  'public.strapi_transfer_token_permissions',
  'public.strapi_transfer_token_permissions_token_lnk',
  'public.strapi_transfer_tokens',
  'public.strapi_webhooks',
  'public.strapi_workflows',
  'public.strapi_workflows_stage_required_to_publish_lnk',
  'public.strapi_workflows_stages',
  'public.strapi_workflows_stages_permissions_lnk',
  'public.strapi_workflows_stages_workflow_lnk',
  'public.upload_folders',
  'public.upload_folders_parent_lnk',
];

/** Content types with people's data: scoped, and every change of a row journalled. */
const PEOPLE = ['evidences', 'households', 'members', 'relocation_entries', 'renovations', 'safeguards'];

/** What the serving role may do in schema anju; everything else there is the owner's. */
const SERVING_GRANTS: Readonly<Record<string, readonly string[]>> = {
  'anju.configuration': ['SELECT', 'UPDATE'],
  'anju.configuration_change': ['INSERT', 'SELECT', 'UPDATE'],
  'anju.configuration_stamp': ['SELECT'],
  'anju.draft': ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
  'anju.evidence_group': ['SELECT'],
  'anju.id_prefix': ['SELECT'],
  'anju.photo_category': ['SELECT'],
  'anju.photo_print': ['SELECT'],
  'anju.warning_rule': ['SELECT'],
  'anju.warning_run': ['SELECT'],
  'anju.export_job': ['INSERT', 'SELECT', 'UPDATE'],
  'anju.import_batch': ['INSERT', 'SELECT', 'UPDATE'],
  'anju.journal': ['SELECT'],
  'anju.journal_seal': ['SELECT'],
  'anju.node': ['SELECT'],
  'anju.role_duty': ['SELECT'],
  'anju.sample_picture': ['INSERT', 'SELECT'],
  'anju.stat_cell': ['SELECT'],
  'anju.stat_day': ['SELECT'],
  'anju.stat_delta': ['SELECT'],
};

/** Questions that reach beyond the caller's rows; each answers only what attacks.test.ts lets pass. */
const SERVING_DEFINERS = [
  'account_name',
  'begin_sign_in',
  'archive_county_elsewhere',
  'changes_since',
  'compact_statistics',
  'covered_counties',
  'enter',
  'finish_sign_in',
  'hand_over',
  'foreign_renovation',
  'imports_ahead',
  'journal_subjects',
  'managed_account_states',
  'managed_accounts',
  'managed_township_requests',
  'may_grant',
  'own_past_passwords',
  'evidence_effect',
  'imports_ahead',
  'merge_option',
  'option_archives',
  'option_usage',
  'keep_statistics_day',
  'persons_standing',
  'place_photo',
  'recount_statistics',
  'register_numbers_elsewhere',
  'request_township',
  'scan_warnings',
  'seal_journal',
  'sweep_drafts',
  'township_choices',
  'township_has_reviewer',
  'verify_journal',
  'unlock_account',
  'unmerge_option',
  'write_journal',
];

const RANGE_OF_SCOPE =
  /^\(\(\(?\w+\)?(::text)? >= \( SELECT current_setting\('anju\.lo'::text, true\) AS current_setting\)\) AND \(\(?\w+\)?(::text)? < \( SELECT current_setting\('anju\.hi'::text, true\) AS current_setting\)\)\)$/;

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.stop());

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
  const all = await tables(app.owner);
  return all.filter((table) => classesOf(table).length !== 1).map(({ name }) => name);
}

async function names(sql: string): Promise<readonly string[]> {
  const { rows } = await app.owner.query<{ name: string }>(sql);
  return rows.map(({ name }) => name);
}

describe('every table', () => {
  it('is in exactly one class', async () => {
    expect(await misplaced()).toEqual([]);
  });

  it('of people’s data is in class region, with the journal’s triggers', async () => {
    const all = await tables(app.owner);
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
    await app.owner.query('begin');
    try {
      await app.owner.query(sql);
      expect(await misplaced()).toEqual(['public.visitors']);
    } finally {
      await app.owner.query('rollback');
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
    const { rows } = await app.owner.query(`
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
    const { rows } = await app.owner.query<{ name: string; rights: string[] }>(`
      select n.nspname || '.' || c.relname as name, array_agg(g.privilege_type order by g.privilege_type) as rights
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
      where n.nspname = 'anju' and c.relkind in ('r', 'p', 'v', 'S') and g.grantee in (0, 'anju_app'::regrole) group by 1`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ name, rights }) => SERVING_GRANTS[name]?.join() !== rights.join())).toEqual([]);
  });

  it('has plain reading and writing in schema public, and can make nothing', async () => {
    const { rows } = await app.owner.query<{ rights: string[] }>(`
      select distinct array_agg(g.privilege_type order by g.privilege_type) as rights
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
      where n.nspname = 'public' and c.relkind in ('r', 'p') and g.grantee = 'anju_app'::regrole group by c.oid`);
    expect(rows).toEqual([{ rights: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'] }]);
    const { rows: creating } = await app.owner.query(
      `select has_schema_privilege('anju_app', 'public', 'create') as public, has_schema_privilege('anju_app', 'anju', 'create') as anju,
              has_database_privilege('anju_app', current_database(), 'create') as schemas`,
    );
    expect(creating).toEqual([{ public: false, anju: false, schemas: false }]);
  });
});
