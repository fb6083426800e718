import { regionLevel, USER_LEVELS, type UserLevel } from '@anju/domain';
import { DOORS, type Door } from '@anju/domain/contracts';
import { DEMONSTRATION_ACCOUNTS } from '@anju/exchange/demonstration';
import { readConfig } from '@anju/kit';
import { addAccount } from '../../harness/accounts';
import { DEMO_PASSWORD, startTestApp, type TestApp } from '../../harness/app';
import { type Example, EXAMPLES, requestFor, type Subject, SUBJECTS } from './door-examples';
import { anExport, aTriedImport, type Place, placeIn } from './door-places';
import { isDeclared, listedRoutes, type ListedRoute, missingDoors, openings, undeclaredRoutes } from './route-check';

const ACCOUNTS = DEMONSTRATION_ACCOUNTS.map(({ username }) => username);
const ANONYMOUS = 'nobody';
const NO_SUCH_ID = 2_147_483_647;
/** A place in a province that no demonstration account may see. */
const FAR_AWAY = '110101001001';
/** Signing out ends the session that later cases need; sign-in.test.ts tries it. */
const OWN_TEST = 'users-permissions.auth.logout';
const SIGNED_IN = DOORS.filter((door) => door.access !== 'public' && door.id !== OWN_TEST);

let app: TestApp;
let origin: string;
let routes: readonly ListedRoute[];
let foreignHousehold: number;
let foreignEvidence: number;
let foreignWarning: number;
let foreignClerk: number;
let foreignRenovation: number;
const tokens = new Map<string, string>();
const places = new Map<string, Place>();
let cases = 0;

beforeAll(async () => {
  app = await startTestApp();
  origin = await app.listen();
  routes = listedRoutes(app.strapi.server.listRoutes());
  for (const { username, regionCode } of DEMONSTRATION_ACCOUNTS) {
    tokens.set(username, await app.token(username));
    places.set(username, placeIn(app, regionCode, username));
  }
  [foreignHousehold, foreignEvidence, foreignWarning] = await householdFarAway();
  foreignClerk = await addAccount(app, { username: 'far-away', role: 'countyClerk', regionCode: '110101' });
  const archive = await app.owner.query<{ id: number }>(
    `insert into renovations (region_code, head_name) values ('${FAR_AWAY}', '远方') returning id`,
  );
  foreignRenovation = archive.rows[0]?.id ?? -1;
});

afterAll(async () => {
  console.log(
    `every door: ${cases} requests, ${routes.length} routes, ${DOORS.length} doors, ${ACCOUNTS.length} accounts`,
  );
  await app.stop();
});

/** A household with evidence and a warning in a province that no demonstration account may see. */
async function householdFarAway(): Promise<readonly [number, number, number]> {
  const { rows } = await app.owner.query<{ household: number; evidence: number }>(
    `with household as (
       insert into households (region_code, source, member_count, recognised, version)
       values ('110101001001', 'registry', 1, false, 1) returning id),
     head as (
       insert into members (household_id, region_code, name, is_head)
       select id, '110101001001', '远方', true from household),
     evidence as (
       insert into evidences (household_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key)
       select id, '110101001001', 'houseFrontPhoto', 'a.jpg', 'image/jpeg', 1, 'x', 'aa/bb/far.jpg' from household returning id)
     select household.id as household, evidence.id as evidence from household, evidence`,
  );
  const [row] = rows;
  if (!row) throw new Error('No household was made');
  // Its head has no number.
  const warnings = await app.owner.query<{ id: number }>('select id from warnings where household_id = $1', [
    row.household,
  ]);
  return [row.household, row.evidence, warnings.rows[0]?.id ?? -1];
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function ask(who: string, door: Door, example: Example): Promise<Answer> {
  const { address, init } = requestFor(door, example);
  return send(who, address, init);
}

async function send(who: string, address: string, init: RequestInit): Promise<Answer> {
  cases += 1;
  const token = tokens.get(who);
  const answer = await fetch(origin + address, {
    ...init,
    redirect: 'manual',
    headers: { ...init.headers, ...(token && { Authorization: `Bearer ${token}` }) },
  });
  return { status: answer.status, text: await answer.text() };
}

function placeOf(username: string): Place {
  const place = places.get(username);
  if (!place) throw new Error(`No place is known for ${username}`);
  return place;
}

async function exampleOf(door: Door, username: string, subject?: number): Promise<Example> {
  const make = EXAMPLES[door.id];
  if (!make) throw new Error(`No example is given for the door ${door.id}`);
  return make(placeOf(username), subject);
}

/** Strapi's router has no resolvable types. */
interface KoaRouter {
  readonly router: { get(path: string, handler: (ctx: { body: unknown }) => void): unknown };
}

interface RolesFile {
  readonly roles: readonly { readonly key: string; readonly duties: readonly string[] }[];
}

function mayUse(door: Door, username: string): boolean {
  if (door.access === 'signedIn' || door.access === 'public') return true;
  if (door.levels && !door.levels.includes(levelOf(username))) return false;
  const { roles } = readConfig('roles.json') as RolesFile;
  const key = DEMONSTRATION_ACCOUNTS.find((account) => account.username === username)?.role;
  const duties = roles.find((role) => role.key === key)?.duties ?? [];
  return door.access.some((duty) => duties.includes(duty));
}

/** The level of an account is that of its region; a township whose code is not filled in is one all the same. */
function levelOf(username: string): UserLevel {
  const region = DEMONSTRATION_ACCOUNTS.find((account) => account.username === username)?.regionCode;
  if (region === undefined || !isPlaced(username)) return 'township';
  return USER_LEVELS.find((_level, index) => index === regionLevel(region)) ?? 'township';
}

function isPlaced(username: string): boolean {
  return DEMONSTRATION_ACCOUNTS.some((account) => account.username === username && account.placed !== false);
}

describe('the check itself', () => {
  const declared: ListedRoute = { method: 'GET', path: '/api/access/me' };
  const forgotten: ListedRoute = { method: 'GET', path: '/api/registry/secret/:id' };

  it('finds a route that no door declares, and asks it for an answer of 404', async () => {
    const suspects = undeclaredRoutes([declared, forgotten], DOORS);
    expect(suspects).toEqual([forgotten]);
    expect(await openings(suspects, ['demo-clerk'], () => Promise.resolve(200))).toEqual([
      { ...forgotten, who: 'demo-clerk', status: 200 },
    ]);
    expect(await openings(suspects, ['demo-clerk'], () => Promise.resolve(404))).toEqual([]);
  });

  it('misses a door of another method, and a door that is not mounted', () => {
    expect(undeclaredRoutes([{ ...declared, method: 'DELETE' }], DOORS)).toHaveLength(1);
    expect(missingDoors([declared], DOORS)).toHaveLength(DOORS.length - 1);
  });
});

describe('the running application', () => {
  it('mounts every declared door', () => {
    expect(routes.length).toBeGreaterThan(200);
    expect(missingDoors(routes, DOORS)).toEqual([]);
  });

  it('shuts every other route to everybody', async () => {
    const knock = async (who: string, method: string, address: string) => {
      const body = method === 'GET' ? {} : { body: '{}', headers: { 'Content-Type': 'application/json' } };
      return (await send(who, address, { method, ...body })).status;
    };
    const suspects = undeclaredRoutes(routes, DOORS);
    expect(suspects.length).toBeGreaterThan(180);
    expect(await openings(suspects, [ANONYMOUS, ...ACCOUNTS], knock)).toEqual([]);
  }, 300_000);

  it.each([
    ['GET', '/API/users'],
    ['GET', '/Api/access/me'],
    ['GET', '//api/users'],
    ['GET', '/api//users'],
    ['GET', '/api/users/'],
    ['GET', '/%61pi/users'],
    ['POST', '/ADMIN/register-admin'],
    ['GET', '/Admin/init'],
    ['GET', '/admin/init/'],
    ['GET', '/Content-Manager/collection-types/api::household.household'],
    ['POST', '/Upload'],
    ['GET', '/UPLOADS/a.jpg'],
    ['GET', '/uploads/../cms/package.json'],
    ['OPTIONS', '/api/users'],
    ['POST', '/'],
    ['DELETE', '/_health/x'],
  ])('shuts %s %s, however it is spelled', async (method, address) => {
    const body = method === 'POST' ? { body: '{}', headers: { 'Content-Type': 'application/json' } } : {};
    for (const who of [ANONYMOUS, 'demo-clerk', 'demo-system']) {
      expect([who, (await send(who, address, { method, ...body })).status]).toEqual([who, 404]);
    }
  });

  it('shuts a route that a plugin adds without a door', async () => {
    const added = { method: 'GET', path: '/api/registry/secret' };
    const { router } = app.strapi.server as unknown as KoaRouter;
    router.get(added.path, (ctx) => {
      ctx.body = 'open';
    });
    expect(isDeclared(added, DOORS)).toBe(false);
    expect((await send('demo-clerk', added.path, { method: 'GET' })).status).toBe(404);
  });
});

describe.each(SIGNED_IN.map((door) => [`${door.method} ${door.path}`, door] as const))('%s', (_name, door) => {
  it('refuses nobody’s request', async () => {
    expect((await ask(ANONYMOUS, door, await exampleOf(door, 'demo-clerk'))).status).toBe(401);
  });

  it.each(ACCOUNTS)('answers %s by duty and region', async (username) => {
    const { status, text } = await ask(username, door, await exampleOf(door, username));
    if (!mayUse(door, username)) expect([status, text]).toEqual([403, expect.stringContaining('"code":"notAllowed"')]);
    else if (isPlaced(username) && door.scope === 'region') expect([status, text]).toEqual([200, expect.any(String)]);
    else expect([200, 404, 422]).toContain(status);
  });

  const named = SUBJECTS[door.id];
  const inRegion = ACCOUNTS.filter((username) => mayUse(door, username));
  if (named === undefined) return;

  it.each(inRegion)(
    'shows %s nothing of another region: the same answer as for what does not exist',
    async (username) => {
      const foreign = await foreignIds(named, username);
      const missing = await ask(username, door, await exampleOf(door, username, NO_SUCH_ID));
      expect(missing.status).toBe(404);
      for (const subject of foreign) {
        const { status, text } = await ask(username, door, await exampleOf(door, username, subject));
        expect([status, text]).toEqual([404, missing.text]);
      }
    },
  );
});

/** The account itself, its equals and those above it, and an account of another region. */
async function unmanagedAccounts(username: string): Promise<readonly number[]> {
  const { rows } = await app.owner.query<{ id: number }>(
    'select id from up_users where username = any ($1) order by id',
    [[username, 'demo-province', 'demo-security']],
  );
  return [...rows.map(({ id }) => id), foreignClerk];
}

const TABLES = {
  household: 'households',
  renovation: 'renovations',
  evidence: 'evidences',
  warning: 'warnings',
} as const;

/** Ids that the account must not see: of a region that is foreign to it, of another province, and other people's exports. */
async function foreignIds(named: Subject, username: string): Promise<readonly number[]> {
  if (named === 'account') return unmanagedAccounts(username);
  if (named === 'import') return [(await aTriedImport(app, FAR_AWAY)).id];
  if (named === 'export') {
    const own = DEMONSTRATION_ACCOUNTS.find((account) => account.username === username)?.regionCode ?? '-';
    return [(await anExport(app, FAR_AWAY, username)).id, (await anExport(app, own, 'demo-clerk')).id];
  }
  const region = DEMONSTRATION_ACCOUNTS.find((account) => account.username === username)?.regionCode ?? '-';
  const { rows } = await app.owner.query<{ id: number }>(
    `select id from ${TABLES[named]} where not starts_with(region_code, $1) and region_code like '5204%' order by id limit 1`,
    [region],
  );
  const farAway = {
    household: foreignHousehold,
    renovation: foreignRenovation,
    evidence: foreignEvidence,
    warning: foreignWarning,
  };
  return [...rows.map(({ id }) => id), farAway[named]];
}

describe('every signed-in door', () => {
  it('has an example, and every door that names a row is tried with a foreign one', () => {
    expect(SIGNED_IN.map(({ id }) => id).filter((id) => !(id in EXAMPLES))).toEqual([]);
    const rowed = ['region', 'ledger'];
    const withRow = SIGNED_IN.filter((door) => rowed.includes(door.scope) && /:(id|householdId)\b/.test(door.path));
    expect(withRow.map(({ id }) => id).filter((id) => !(id in SUBJECTS))).toEqual([]);
  });

  it.each(['demo-clerk', 'demo-other-clerk', 'demo-township-clerk'])(
    'finds a statistics table of another region for %s nowhere',
    async (username) => {
      const door = DOORS.find(({ id }) => id === 'statistics.table.findOne');
      if (!door) throw new Error('The statistics door is gone');
      const table = (region: string) => ask(username, door, { path: { table: 'T1' }, query: { region } });
      const missing = await table('99');
      expect(missing.status).toBe(404);
      for (const region of ['11', '52', '5204', '520403']) expect(await table(region)).toEqual(missing);
    },
  );
});

describe('the public doors', () => {
  it('are the two of signing in, and answer nobody', async () => {
    expect(DOORS.filter(({ access }) => access === 'public').map(({ id }) => id)).toEqual([
      'users-permissions.auth.callback',
      'users-permissions.auth.refresh',
    ]);
    const signIn = await send(
      ANONYMOUS,
      '/api/auth/local',
      json({ identifier: 'demo-clerk', password: DEMO_PASSWORD }),
    );
    expect(signIn.status).toBe(200);
    const { refreshToken } = JSON.parse(signIn.text) as { refreshToken: string };
    expect((await send(ANONYMOUS, '/api/auth/refresh', json({ refreshToken }))).status).toBe(200);
  });
});

function json(body: object): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
