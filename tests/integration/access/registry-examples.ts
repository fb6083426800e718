import { RECOGNITIONS } from '../registry/register';
import type { Place } from './door-places';
import type { Example, MakeExample } from './example';
import { aPicture } from './example-picture';

/** Input that the doors of households, archives, evidence and reviews accept. */
export const REGISTRY_EXAMPLES: Readonly<Record<string, MakeExample>> = {
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
  'registry.draft.find': () => ({}),
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
  'registry.household.history': async (place, subject) => ({ path: { id: subject ?? (await place.household()).id } }),
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
  'registry.review-sample.find': () => ({ query: { range: '[0,9]' } }),
  'registry.review-sample.draw': async (place) => {
    await place.reviewed('waiting');
    return { body: { filter: {}, percent: 1, seed: 'door' } };
  },
  'registry.review-sample.findOne': ofSample,
  'registry.review-sample.judge': async (place, subject) => {
    const { id, household } = await place.sample(null);
    return { path: { id: subject ?? id, householdId: household }, body: { verdict: 'passed' } };
  },
  'registry.review-sample.sign': async (place, subject) => ({ ...(await ofSample(place, subject)), body: {} }),
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
  'registry.renovation.addPhoto': async (place, subject) => {
    const body = new FormData();
    body.set('category', 'beforeRenovation');
    body.set('file', await aPicture(), 'before.jpg');
    return { path: { id: subject ?? (await place.renovation()).id }, body };
  },
  'registry.certificate.blank': () => ({ path: { template: 'otherHousingCertificate' } }),
  'registry.certificate.findOne': async (place, subject) => ({
    path: { id: subject ?? (await place.household()).id, template: 'otherHousingCertificate' },
  }),
  'registry.relocation-entry.find': () => ({ query: { filter: '{}', range: '[0,9]' } }),
  'registry.evidence.upload': async (place, subject) => {
    const body = new FormData();
    body.set('householdId', String(subject ?? (await place.household()).id));
    body.set('category', 'houseFrontPhoto');
    body.set('file', await aPicture(), 'front.jpg');
    return { body };
  },
  'registry.evidence.find': async (place, subject) => ({
    query: { householdId: String(subject ?? (await place.household()).id) },
  }),
  'registry.evidence.delete': async (place, subject) => ({
    path: { id: subject ?? (await place.evidence()).id },
    body: { reason: '重复上传' },
  }),
  'registry.evidence.rotate': async (place, subject) => ({
    path: { id: subject ?? (await place.evidence()).id },
    body: { rotation: 90 },
  }),
  'registry.evidence.ticket': async (place, subject) => ({
    path: { id: subject ?? (await place.evidence()).id },
    body: {},
  }),
  'registry.evidence.file': async (place, subject) => ({
    path: { id: subject ?? (await place.evidence()).id },
    query: { size: 'thumb' },
  }),
};

async function ofSample(place: Place, subject?: number): Promise<Example> {
  return { path: { id: subject ?? (await place.sample('passed')).id } };
}
