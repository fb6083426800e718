import { DOORS, type Door, matrixCell } from '@anju/domain/contracts';
import { DEMONSTRATION_ACCOUNTS } from '@anju/exchange/demonstration';
import { addAccount } from '../../harness/accounts';
import { DEMO_PASSWORD, startTestApp, type TestApp } from '../../harness/app';
import { idOf } from './account-requests';
import { FAR_AWAY, type ForeignRows, rowsFarAway } from './foreign-rows';
import { EXAMPLES, requestFor } from './door-examples';
import { ACCOUNTS, isPlaced, levelOf, mayEnter, mayUse, PEOPLE, regionOf, shippedRoles } from './door-people';
import { aBatch, anAnnouncement, anExport, anImport, aSample, type Place, placeIn } from './door-places';
import { type Subject, SUBJECTS } from './door-subjects';
import type { Example } from './example';
import { isDeclared, listedRoutes, type ListedRoute, missingDoors, openings, undeclaredRoutes } from './route-check';

const ANONYMOUS = 'nobody';
const NO_SUCH_ID = 2_147_483_647;
/** Signing out ends the session that later cases need; sign-in.test.ts tries it. */
const OWN_TEST = 'users-permissions.auth.logout';
const SIGNED_IN = DOORS.filter((door) => door.access !== 'public' && door.id !== OWN_TEST);

let app: TestApp;
let origin: string;
let routes: readonly ListedRoute[];
let far: ForeignRows;
const tokens = new Map<string, string>();
const places = new Map<string, Place>();
const observed = new Map<string, 'yes' | 'no'>();
let cases = 0;

beforeAll(async () => {
  app = await startTestApp();
  origin = await app.listen();
  routes = listedRoutes(app.strapi.server.listRoutes());
  for (const account of PEOPLE.slice(DEMONSTRATION_ACCOUNTS.length)) await addAccount(app, account);
  for (const { username, regionCode } of PEOPLE) {
    tokens.set(username, await app.token(username));
    places.set(username, placeIn(app, regionCode, username, mayEnter(username) ? 'recognition' : 'households'));
  }
  far = await rowsFarAway(app);
});

afterAll(async () => {
  console.log(
    `every door: ${cases} requests, ${routes.length} routes, ${DOORS.length} doors, ${ACCOUNTS.length} accounts`,
  );
  await app.stop();
});

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
    observed.set(`${door.id} ${username}`, status === 403 ? 'no' : 'yes');
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

/** The account itself, those whose role it may not grant, and an account of another region. */
async function unmanagedAccounts(username: string): Promise<readonly number[]> {
  const others = username === 'demo-security' ? ['demo-clerk'] : ['demo-province', 'demo-security'];
  const { rows } = await app.owner.query<{ id: number }>(
    'select id from up_users where username = any ($1) order by id',
    [[username, ...others]],
  );
  return [...rows.map(({ id }) => id), far.clerk];
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
  if (named === 'watched') return [await idOf(app, username), far.clerk];
  if (named === 'batch') return [(await aBatch(app, FAR_AWAY, far.warning)).id];
  if (named === 'import') return [(await anImport(app, FAR_AWAY, placeOf(username).importKind)).id];
  if (named === 'announcement') return [(await anAnnouncement(app, FAR_AWAY)).id];
  if (named === 'export') {
    const own = regionOf(username);
    const colleague = username === 'demo-clerk' ? 'demo-county' : 'demo-clerk';
    return [(await anExport(app, FAR_AWAY, username)).id, (await anExport(app, own, colleague)).id];
  }
  if (named === 'sample') return [(await aSample(app, FAR_AWAY, 'demo-clerk')).id];
  const region = regionOf(username);
  const { rows } = await app.owner.query<{ id: number }>(
    `select id from ${TABLES[named]} where not starts_with(region_code, $1) and region_code like '5204%' order by id limit 1`,
    [region],
  );
  return [...rows.map(({ id }) => id), far[named]];
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

describe('the access matrix', () => {
  it('says of every role and door what the running application did', () => {
    const roles = shippedRoles();
    const told = SIGNED_IN.flatMap((door) =>
      PEOPLE.flatMap(({ username, role: key }) => {
        const role = roles.find((one) => one.key === key);
        if (!role) throw new Error(`config/roles.json has no role ${key}`);
        const cell = matrixCell(door, { ...role, levels: [levelOf(username)] });
        return [[`${door.id} ${username}`, cell] as const];
      }),
    );
    expect(observed.size).toBe(told.length);
    expect(told.filter(([name, cell]) => observed.get(name) !== cell)).toEqual([]);
    expect(new Set(PEOPLE.map(({ role }) => role)).size).toBe(roles.length);
  });
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
