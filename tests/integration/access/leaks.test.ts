import { DEMONSTRATION_ACCOUNTS } from '@anju/exchange/demonstration';
import { addAccount } from '../../harness/accounts';
import { restartTestApp, startTestApp, type TestApp } from '../../harness/app';
import { exported } from '../exchange/exchange-doors';
import { FAR_AWAY, FAR_NAME, fillFarAway, type ForeignRows, rowsFarAway } from './foreign-rows';
import { leaksOf, listProbes, type Probe, type Prober, questionProbes, type Reply } from './leak-probes';
import { enteredAs } from './serving-connection';

const MADE = [
  { username: 'leak-department', role: 'department', regionCode: '520425102' },
  { username: 'leak-viewer', role: 'viewer', regionCode: '520425' },
];
const PROBERS: readonly Prober[] = [
  ...DEMONSTRATION_ACCOUNTS.map(({ username, regionCode, placed }) => ({
    username,
    regionCode: placed === false ? null : regionCode,
  })),
  ...MADE,
];
const EXPORTERS = ['demo-province', 'demo-city', 'demo-county'];

let app: TestApp;
let origin: string;
let far: ForeignRows;
let cases = 0;

beforeAll(async () => {
  app = await startTestApp();
  for (const account of MADE) await addAccount(app, account);
  far = await rowsFarAway(app);
  await fillFarAway(app, far);
  origin = await app.listen();
});

afterAll(async () => {
  console.log(`leaks: ${cases} questions by ${PROBERS.length} accounts`);
  await app.stop();
});

async function ask(username: string, address: string, body?: object): Promise<Reply> {
  cases += 1;
  const headers = { Authorization: `Bearer ${await app.token(username)}`, 'Content-Type': 'application/json' };
  const answer = await fetch(
    origin + address,
    body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
  );
  return { status: answer.status, text: await answer.text(), range: answer.headers.get('Content-Range') };
}

/** Everybody's questions in turns, so that requests of different people share the pool at every moment. */
function interleaved(): readonly Probe[] {
  const all = PROBERS.map((who) => [...listProbes(who, far), ...questionProbes(who)]);
  const longest = Math.max(...all.map((probes) => probes.length));
  return Array.from({ length: longest }, (_, turn) => all.flatMap((probes) => probes.slice(turn, turn + 1))).flat();
}

const AT_ONCE = 24;

/** Asks all questions, so many at once, and answers what leaked. */
async function leaksOfAll(probes: readonly Probe[]): Promise<readonly string[]> {
  for (const { username } of PROBERS) await app.token(username);
  const left = [...probes];
  const leaks: string[] = [];
  const one = async () => {
    for (let probe = left.shift(); probe; probe = left.shift()) {
      leaks.push(...leaksOf(probe, await ask(probe.who.username, probe.address, probe.body)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return leaks;
}

/** Tables of class region and the column that their policy judges. */
async function scopedTables(): Promise<readonly { readonly name: string; readonly place: string }[]> {
  const { rows } = await app.owner.query<{ name: string; place: string }>(
    `select distinct format('%I.%I', schemaname, tablename) as name,
       case when qual like '%region_code%' then 'region_code' else 'code' end as place
     from pg_policies where qual like '%anju.lo%' and schemaname in ('public', 'anju') order by 1`,
  );
  return rows;
}

describe('the check itself', () => {
  it('tells a row, a count and a name of elsewhere', () => {
    const [probe] = listProbes({ username: 'demo-clerk', regionCode: '520425' }, far);
    if (!probe) throw new Error('There is no question');
    const told = (text: string, range = 'households 0-0/1', forNothing = false) =>
      leaksOf({ ...probe, forNothing }, { status: 200, text, range }).length;
    expect(told('[{"regionCode":"520425102"}]')).toBe(0);
    expect(told('[{"regionCode":"520402102"}]')).toBe(1);
    expect(told(`[{"headName":"${FAR_NAME}"}]`)).toBe(1);
    expect(told('[]', 'households 0-0/1', true)).toBe(1);
    expect(told('[]', 'households 0-0/0', true)).toBe(0);
  });

  it('asks every list of the contracts, and each of them for what lies elsewhere', () => {
    const probes = listProbes({ username: 'demo-clerk', regionCode: '520425' }, far);
    const asked = new Set(probes.map(({ door }) => door.id));
    for (const id of [
      'registry.household.find',
      'registry.renovation.find',
      'registry.review.find',
      'warnings.warning.find',
      'access.user.find',
      'access.account.find',
      'access.journal.find',
      'exchange.export.find',
    ]) {
      expect(asked).toContain(id);
    }
    expect(probes.filter(({ forNothing }) => forNothing).length).toBeGreaterThan(15);
    expect(probes.filter(({ address }) => address.includes('sort=')).length).toBeGreaterThan(15);
  });
});

describe('nothing of another region', () => {
  it('comes of any list, count, order, filter, search or table, asked by everybody at once', async () => {
    expect(await leaksOfAll(interleaved())).toEqual([]);
  }, 300_000);

  it.each(EXPORTERS)('goes into an export of %s', async (username) => {
    const elsewhere = { resource: 'households', filter: { regionCode: FAR_AWAY.slice(0, 6) }, format: 'csv' };
    expect((await ask(username, '/api/exchange/exports', elsewhere)).status).toBeGreaterThanOrEqual(400);
    const byName = { ...elsewhere, filter: { personName: FAR_NAME } };
    const { id, state } = await exported(app, username, byName);
    const file = await ask(username, `/api/exchange/exports/${id}/file`);
    expect([state, file.status, file.text.trim().split('\r\n').length]).toEqual(['done', 200, 1]);
  });

  it('is in any table of the database, nor in what the ledger’s functions answer, whoever has entered', async () => {
    const tables = await scopedTables();
    expect(tables.length).toBeGreaterThan(10);
    const leaks: string[] = [];
    for (const { username, regionCode } of PROBERS) {
      await enteredAs(app, username, async (client) => {
        for (const { name, place } of tables) {
          cases += 1;
          const { rows } = await client.query<{ foreign: number }>(
            `select count(*) filter (where not starts_with(${place}, $1))::int as foreign from ${name}`,
            [regionCode ?? 'nowhere'],
          );
          if (rows[0]?.foreign !== 0) leaks.push(`${username} ${name}: ${String(rows[0]?.foreign)}`);
        }
        for (const list of ['managed_accounts', 'watched_accounts', 'managed_account_states']) {
          cases += 1;
          const { rows } = await client.query(
            `select from anju.${list}() m join up_users u on u.id = m.account where not starts_with(u.region_code, $1)`,
            [regionCode ?? 'nowhere'],
          );
          if (rows.length > 0) leaks.push(`${username} ${list}: ${rows.length}`);
        }
      });
    }
    expect(leaks).toEqual([]);
  }, 120_000);

  it('comes after a restart either', async () => {
    app = await restartTestApp(app);
    origin = await app.listen();
    // Orders of rows are the database's alone, which did not restart.
    const inAnyOrder = interleaved().filter(({ address }) => !address.includes('sort='));
    expect(await leaksOfAll(inAnyOrder)).toEqual([]);
  }, 300_000);
});
