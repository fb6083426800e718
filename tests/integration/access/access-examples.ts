import { randomUUID } from 'node:crypto';
import type { Place } from './door-places';
import type { Example, MakeExample } from './example';

/** Input that the doors of sign-in, accounts, regions and the journal accept. */
export const ACCESS_EXAMPLES: Readonly<Record<string, MakeExample>> = {
  'users-permissions.auth.getSessions': () => ({}),
  'users-permissions.auth.changePassword': () => ({
    body: { currentPassword: 'not it', password: 'Another-2020', passwordConfirmation: 'Another-2020' },
  }),
  'users-permissions.auth.revokeSession': () => ({ path: { sessionId: randomUUID() } }),
  'access.me.find': () => ({}),
  'access.user.find': () => ({ query: { filter: '{"status":"active"}', range: '[0,9]' } }),
  'access.user.findOne': ofAccount,
  'access.user.create': async (place) => ({ body: await aNewClerk(place) }),
  'access.user.createBatch': async (place) => ({ body: { users: [await aNewClerk(place)] } }),
  'access.user.update': async (place, subject) => ({ ...(await ofAccount(place, subject)), body: { unit: '住建局' } }),
  'access.user.disable': ofAccount,
  'access.user.enable': ofAccount,
  'access.user.reset': ofAccount,
  'access.user.unlock': ofAccount,
  'access.user.signOut': ofAccount,
  'access.user.handOver': async (place, subject) => ({
    ...(await ofAccount(place, subject)),
    body: { to: (await place.account()).id },
  }),
  'access.user.template': () => ({}),
  'access.user.readWorkbook': () => {
    const body = new FormData();
    body.set('file', new Blob(['用户名,姓名,角色,行政区划\nsome-clerk,某人,乡镇录入人,猴场镇\n']), 'users.csv');
    return { body };
  },
  'access.account.find': () => ({ query: { filter: '{"dormant":false}', range: '[0,9]' } }),
  'access.account.unlock': ofAccount,
  'access.account.disable': ofAccount,
  'access.account.signOut': ofAccount,
  'access.account.keep': async (place, subject) => ({
    ...(await ofAccount(place, subject)),
    body: { note: '休假，保留' },
  }),
  'access.sign-in-policy.find': () => ({}),
  'access.sign-in-policy.change': () => ({ body: { version: 0, policy: A_POLICY } }),
  'access.user.roles': () => ({}),
  'access.user.proposals': () => ({}),
  'access.township-request.find': () => ({}),
  'access.township-request.make': () => ({ body: { regionCode: '520425104' } }),
  'access.township-request.confirm': ofAccount,
  'access.region.find': () => ({ query: { filter: '{"parentCode":"52"}' } }),
  'access.region-change.make': () => ({
    body: { kind: 'merge', region: '520425102', into: '520425103', preview: true, reason: '民发〔2026〕1号' },
  }),
  'access.region-change.find': () => ({ query: { range: '[0,9]' } }),
  'access.journal.find': () => ({ query: { filter: '{"action":"update"}', range: '[0,9]' } }),
  'access.journal.file': () => ({ query: { filter: '{"action":"reveal"}' } }),
  'access.journal.seals': () => ({}),
  'access.journal.verify': () => ({ body: {} }),
};

/** The policy as config/sign-in.json has it. */
const A_POLICY = {
  idleSeconds: 7200,
  dormantDays: 90,
  reveals: { most: 120, seconds: 3600 },
  password: { minLength: 10, classes: 3, history: 3, maxAgeDays: 180 },
  failures: {
    name: { free: 4, lockAfter: 10 },
    address: { free: 100, lockAfter: 200 },
    lockSeconds: 1800,
    forgetSeconds: 3600,
  },
};

async function aNewClerk(place: Place): Promise<object> {
  return {
    username: `made-${randomUUID().slice(0, 12)}`,
    name: '新录入人',
    role: 'townshipClerk',
    regionCode: (await place.anyHousehold()).region_code.slice(0, 9),
  };
}

async function ofAccount(place: Place, subject?: number): Promise<Example> {
  return { path: { id: subject ?? (await place.account()).id } };
}
