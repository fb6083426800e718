import type { Door } from '@anju/domain/contracts';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { RECOGNITIONS } from '../registry/register';
import type { Place } from './door-places';

/** What a door is tried with. */
export interface Example {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object | FormData;
}

/** Makes an example from what lies in a region; `subject` is a household or evidence id that the address names instead. */
type MakeExample = (place: Place, subject?: number) => Promise<Example> | Example;

/** Kinds of rows that an address names. */
export type Subject = 'household' | 'renovation' | 'evidence' | 'warning' | 'import' | 'export' | 'account';

/** Which rows an address names: what stands outside the caller's region must answer as if it did not exist. */
export const SUBJECTS: Readonly<Record<string, Subject>> = {
  'access.user.findOne': 'account',
  'access.user.update': 'account',
  'access.user.disable': 'account',
  'access.user.enable': 'account',
  'access.user.reset': 'account',
  'access.user.unlock': 'account',
  'access.user.signOut': 'account',
  'access.user.handOver': 'account',
  'access.township-request.confirm': 'account',
  'registry.household.findOne': 'household',
  'registry.household.correct': 'household',
  'registry.household.reveal': 'household',
  'registry.safeguard.recognise': 'household',
  'registry.safeguard.withdraw': 'household',
  'registry.draft.findOne': 'household',
  'registry.draft.save': 'household',
  'registry.draft.delete': 'household',
  'registry.review.compare': 'household',
  'registry.review.approve': 'household',
  'registry.review.return': 'household',
  'registry.review.takeBack': 'household',
  'registry.renovation.findOne': 'renovation',
  'registry.renovation.correct': 'renovation',
  'registry.renovation.link': 'renovation',
  'registry.renovation.unlink': 'renovation',
  'registry.certificate.findOne': 'household',
  'registry.evidence.upload': 'household',
  'registry.evidence.find': 'household',
  'registry.evidence.delete': 'evidence',
  'registry.evidence.ticket': 'evidence',
  'registry.evidence.file': 'evidence',
  'warnings.warning.dismiss': 'warning',
  'warnings.warning.specialCase': 'warning',
  'warnings.warning.forward': 'warning',
  'warnings.warning.decide': 'warning',
  'exchange.import.findOne': 'import',
  'exchange.import.commit': 'import',
  'exchange.import.cancel': 'import',
  'exchange.import.errors': 'import',
  'exchange.export.findOne': 'export',
  'exchange.export.file': 'export',
};

/** Input that each signed-in door accepts, made of what the region holds. */
export const EXAMPLES: Readonly<Record<string, MakeExample>> = {
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
  'access.user.roles': () => ({}),
  'access.user.proposals': () => ({}),
  'access.township-request.find': () => ({}),
  'access.township-request.make': () => ({ body: { regionCode: '520425104' } }),
  'access.township-request.confirm': ofAccount,
  'access.region.find': () => ({ query: { filter: '{"parentCode":"52"}' } }),
  'access.journal.find': () => ({ query: { filter: '{"action":"update"}', range: '[0,9]' } }),
  'access.journal.file': () => ({ query: { filter: '{"action":"reveal"}' } }),
  'access.journal.seals': () => ({}),
  'access.journal.verify': () => ({ body: {} }),
  'registry.household.find': () => ({ query: { filter: '{"recognised":false}', range: '[0,9]' } }),
  'registry.household.lookup': () => ({ body: { idNumbers: ['690425199001011234'] } }),
  'registry.household.next': () => ({ body: {} }),
  'registry.household.standing': () => ({ body: { idNumber: '690425199001011234' } }),
  'registry.household.create': async (place) => ({
    body: {
      regionCode: (await place.anyHousehold()).region_code,
      verificationNote: '入户核实',
      members: [{ name: '库外', isHead: true }],
    },
  }),
  'registry.draft.findOne': async (place, subject) => ({
    path: { householdId: subject ?? (await place.anyHousehold()).id },
  }),
  'registry.draft.save': async (place, subject) => {
    const { id, version } = await place.anyHousehold();
    return { path: { householdId: subject ?? id }, body: { version, fields: { remark: '未写完' } } };
  },
  'registry.draft.delete': async (place, subject) => ({
    path: { householdId: subject ?? (await place.anyHousehold()).id },
  }),
  'registry.household.findOne': async (place, subject) => ({ path: { id: subject ?? (await place.household()).id } }),
  'registry.household.correct': async (place, subject) => {
    const { id, version } = await place.household();
    return { path: { id: subject ?? id }, body: { version, remark: '核对过' } };
  },
  'registry.household.reveal': async (place, subject) => ({
    path: { id: subject ?? (await place.household()).id },
    body: { field: 'idNumber' },
  }),
  'registry.safeguard.recognise': async (place, subject) => {
    const { id, version } = await place.household('unrecognised');
    return { path: { id: subject ?? id }, body: { version, ...RECOGNITIONS.originalSafe } };
  },
  'registry.safeguard.withdraw': async (place, subject) => {
    const { id, version } = await place.household('recognised');
    return { path: { id: subject ?? id }, body: { version, reason: '录错了户' } };
  },
  'registry.safeguard.recogniseLinked': () => ({ body: { filter: { linked: 'renovation' }, preview: true } }),
  'registry.review.find': () => ({ query: { filter: '{"kind":"originalSafe"}', range: '[0,9]' } }),
  'registry.review.compare': async (place, subject) => ({
    path: { householdId: subject ?? (await place.household()).id },
  }),
  'registry.review.approve': async (place, subject) => {
    const { id, version } = await place.reviewed('waiting');
    return { path: { householdId: subject ?? id }, body: { version } };
  },
  'registry.review.return': async (place, subject) => {
    const { id, version } = await place.reviewed('waiting');
    return {
      path: { householdId: subject ?? id },
      body: { version, reasons: [{ field: 'kind', text: '保障方式与材料不符' }] },
    };
  },
  'registry.review.takeBack': async (place, subject) => {
    const { id, version } = await place.reviewed('approved');
    return { path: { householdId: subject ?? id }, body: { version } };
  },
  'registry.review.batch': () => ({
    body: { filter: { kind: 'otherMeans', entryPerson: '没有此人' }, action: 'approve' },
  }),
  'registry.renovation.find': () => ({ query: { filter: '{"tab":"unlinked"}', range: '[0,9]' } }),
  'registry.renovation.findOne': async (place, subject) => ({ path: { id: subject ?? (await place.renovation()).id } }),
  'registry.renovation.create': async (place) => ({
    body: { regionCode: (await place.anyHousehold()).region_code, headName: '某户主' },
  }),
  'registry.renovation.correct': async (place, subject) => {
    const { id, version } = await place.renovation();
    return { path: { id: subject ?? id }, body: { version, planYear: 2017 } };
  },
  'registry.renovation.link': async (place, subject) => {
    const { id } = await place.renovation();
    const household = await place.withoutArchive();
    return { path: { id: subject ?? id }, body: { householdId: household.id, reason: '村委会证明' } };
  },
  'registry.renovation.unlink': async (place, subject) => ({
    path: { id: subject ?? (await place.renovation('given')).id },
    body: { reason: '不是这一户' },
  }),
  'registry.certificate.findOne': async (place, subject) => ({
    path: { id: subject ?? (await place.household()).id, template: 'otherHousingCertificate' },
  }),
  'registry.relocation-entry.find': () => ({ query: { filter: '{}', range: '[0,9]' } }),
  'registry.evidence.upload': async (place, subject) => {
    const body = new FormData();
    body.set('householdId', String(subject ?? (await place.household()).id));
    body.set('category', 'houseFrontPhoto');
    body.set('file', await photo(), 'front.jpg');
    return { body };
  },
  'registry.evidence.find': async (place, subject) => ({
    query: { householdId: String(subject ?? (await place.household()).id) },
  }),
  'registry.evidence.delete': async (place, subject) => ({
    path: { id: subject ?? (await place.evidence()).id },
    body: { reason: '重复上传' },
  }),
  'registry.evidence.ticket': async (place, subject) => ({
    path: { id: subject ?? (await place.evidence()).id },
    body: {},
  }),
  'registry.evidence.file': async (place, subject) => ({
    path: { id: subject ?? (await place.evidence()).id },
    query: { size: 'thumb' },
  }),
  'options.list.find': () => ({}),
  'options.item.find': () => ({}),
  'options.evidence-category.find': () => ({}),
  'options.form.find': () => ({}),
  'options.item.add': () => ({ body: { listKey: 'otherMeansType', label: `借住${randomUUID().slice(0, 8)}` } }),
  'options.item.change': async (place) => {
    const { id, version } = await place.option();
    return { path: { id }, body: { version, label: `改名${randomUUID().slice(0, 8)}` } };
  },
  'options.item.reorder': () => ({ body: { listKey: 'noSuchList', ids: [1] } }),
  'options.item.usage': async (place) => ({ path: { id: (await place.option()).id } }),
  'options.item.merge': async (place) => {
    const { id, version } = await place.option();
    return { path: { id }, body: { version, into: (await place.option()).id, preview: true } };
  },
  'options.list.usage': () => ({ query: { listKey: 'otherMeansType' } }),
  'options.change.version': () => ({}),
  'options.change.find': () => ({ query: { range: '[0,9]' } }),
  'options.change.undo': async (place) => ({ path: { id: (await place.option()).version }, body: {} }),
  'options.form.change': async (place) => ({
    body: {
      version: (await place.documents()).form,
      part: 'povertyRelocation',
      fields: [{ name: 'confirmedBy', required: true }],
    },
  }),
  'options.evidence-category.preview': async (place) => ({ body: (await place.documents()).evidence }),
  'options.evidence-category.change': async (place) => {
    const { evidence, evidenceVersion } = await place.documents();
    return { body: { ...evidence, version: evidenceVersion } };
  },
  'options.sample.upload': async () => {
    const body = new FormData();
    body.set('file', await photo(), 'sample.jpg');
    return { path: { key: 'houseFrontPhoto' }, body };
  },
  'options.sample.file': () => ({ path: { key: 'houseFrontPhoto' } }),
  'statistics.table.find': () => ({}),
  'statistics.table.findOne': () => ({ path: { table: 'T1' } }),
  'statistics.table.workbook': () => ({ path: { table: 'all' } }),
  'statistics.progress.find': () => ({}),
  'statistics.recount.run': () => ({ body: {} }),
  'warnings.warning.find': () => ({ query: { filter: '{"state":"open"}', range: '[0,9]' } }),
  'warnings.count.find': () => ({}),
  'warnings.scan.run': () => ({ body: {} }),
  'warnings.warning.dismiss': async (place, subject) => ({
    path: { id: subject ?? (await place.warning('evidenceMissing', 'open')).id },
    body: { text: '材料在县档案馆，待调取' },
  }),
  'warnings.warning.specialCase': async (place, subject) => ({
    path: { id: subject ?? (await place.warning('safeguardOverlap', 'open')).id },
    body: { text: '原房已拆除，搬迁后分户' },
  }),
  'warnings.warning.forward': async (place, subject) => ({
    path: { id: subject ?? (await place.warning('safeguardOverlap', 'submitted')).id },
    body: {},
  }),
  'warnings.warning.decide': async (place, subject) => ({
    path: { id: subject ?? (await place.warning('safeguardOverlap', 'submitted')).id },
    body: { decision: 'returned', text: '请补充说明' },
  }),
  'exchange.import.upload': () => {
    const body = new FormData();
    body.set('kind', 'household');
    body.set('file', new Blob([`户编号,姓名,证件号码\n${randomUUID()},某人,\n`]), 'list.csv');
    return { body };
  },
  'exchange.import.find': () => ({ query: { range: '[0,9]' } }),
  'exchange.import.findOne': ofImport,
  'exchange.import.commit': ofImport,
  'exchange.import.cancel': ofImport,
  'exchange.import.errors': ofImport,
  'exchange.export.request': () => ({ body: { resource: 'households', filter: { recognised: true }, format: 'csv' } }),
  'exchange.export.find': () => ({ query: { range: '[0,9]' } }),
  'exchange.export.findOne': ofExport,
  'exchange.export.file': ofExport,
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

async function ofImport(place: Place, subject?: number): Promise<Example> {
  return { path: { id: subject ?? (await place.import()).id } };
}

async function ofExport(place: Place, subject?: number): Promise<Example> {
  return { path: { id: subject ?? (await place.export()).id } };
}

async function photo(): Promise<Blob> {
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#7a8b99' } });
  return new Blob([new Uint8Array(await picture.jpeg().toBuffer())], { type: 'image/jpeg' });
}

/** Method, address and body of an example. */
export function requestFor(
  door: Door,
  { path = {}, query = {}, body }: Example,
): { readonly address: string; readonly init: RequestInit } {
  const filled = door.path.replace(/:(\w+)/g, (_match, name: string) => String(path[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = body && !isForm ? { 'Content-Type': 'application/json' } : {};
  return {
    address: `/api${filled}${search && '?'}${search}`,
    init: {
      method: door.method,
      headers,
      body: isForm ? body : JSON.stringify(body),
    },
  };
}
