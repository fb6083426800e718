import { commented } from './photo.mjs';

const RECOGNITION = {
  kind: 'originalSafe',
  appraisalResult: 'gradeB',
  appraisalDate: '2019-05-01',
  entryPerson: '罗文静',
  entryDate: '2020-06-01',
  townshipReviewer: '杨审核',
  countyReviewer: '王审核',
};

/**
 * One act on a household: the request, the state it leads to, and the journal row that it must leave.
 * @param {{ id: number, version: number, state: { remark: string, appraiser: string, photos: number[] } }} household
 * @param {ReturnType<typeof import('./random.mjs').randomFrom>} random
 * @param {Buffer} photo
 * @param {number} number distinguishes this act from all others
 */
export function anAct(household, random, photo, number) {
  const { state } = household;
  const roll = random.next();
  if (roll < 0.35) return correction(household, `备注 ${number}`);
  if (roll < 0.65) return recognition(household, `鉴定人${number}`);
  if (roll < 0.85 || state.photos.length === 0) return upload(household, photo, number);
  return deletion(household, random.pick(state.photos));
}

function correction({ id, version, state }, remark) {
  return {
    name: 'correct',
    request: ['PUT', `/registry/households/${id}`, { version, remark }],
    after: { ...state, remark },
    journal: { table: 'households', action: 'update' },
  };
}

function recognition({ id, version, state }, appraiser) {
  return {
    name: 'recognise',
    request: ['PUT', `/registry/households/${id}/safeguard`, { ...RECOGNITION, version, appraiser }],
    after: { ...state, appraiser },
    journal: { table: 'safeguards', action: state.appraiser === null ? 'create' : 'update' },
  };
}

function upload({ id, state }, photo, number) {
  const form = new FormData();
  form.append('householdId', String(id));
  form.append('category', 'otherMaterial');
  form.append('file', new Blob([commented(photo, String(number))]), `照片${number}.jpg`);
  return {
    name: 'upload',
    request: ['POST', '/registry/evidence', form],
    after: { ...state, anyPhoto: true },
    journal: { table: 'evidences', action: 'create' },
  };
}

function deletion({ version, state }, photo) {
  return {
    name: 'delete',
    request: ['DELETE', `/registry/evidence/${photo}`, { reason: '重复上传', version }],
    after: { ...state, photos: state.photos.filter((id) => id !== photo) },
    journal: { table: 'evidences', action: 'update' },
  };
}
