import { RECOGNITIONS } from './register';

const { originalSafe, renovation, povertyRelocation, publicHousing, otherMeans } = RECOGNITIONS;

/** What is wrong, the status, what is sent, the field that is named, and a part of its sentence. */
export const REFUSED_RECOGNITIONS: readonly (readonly [
  name: string,
  status: number,
  input: object,
  field: string,
  sentence: string,
])[] = [
  [
    'a day that does not exist',
    400,
    { ...originalSafe, appraisalDate: '2020-02-30' },
    'appraisalDate',
    '鉴定（评定）时间不是有效日期',
  ],
  ['a day to come', 422, { ...originalSafe, appraisalDate: '2099-01-01' }, 'appraisalDate', '不能晚于今天'],
  [
    'a completion before the start',
    422,
    { ...povertyRelocation, completionDate: '2016-01-01' },
    'completionDate',
    '竣工时间不能早于开工时间',
  ],
  [
    'a completion before the start of a renovation',
    422,
    { ...renovation, startDate: '2018-05-01', completionDate: '2018-04-01' },
    'completionDate',
    '竣工日期不能早于开工日期',
  ],
  [
    'an option that is not in the list',
    422,
    { ...publicHousing, publicHousingType: 'palace' },
    'publicHousingType',
    '保障方式不在可选范围内',
  ],
  [
    'an option of another kind',
    422,
    { ...originalSafe, appraisalResult: 'gradeD' },
    'appraisalResult',
    '不在可选范围内',
  ],
  ['a required field left out', 422, { ...originalSafe, appraiser: undefined }, 'appraiser', '请填写鉴定（评定）人'],
  ['“other” without its note', 422, { ...otherMeans, kindNote: ' ' }, 'kindNote', '请填写'],
  [
    'a date beside its “not yet” tick',
    422,
    { ...povertyRelocation, notMovedIn: true },
    'moveInDate',
    '已勾选“尚未入住”',
  ],
  ['a date left blank without a tick', 422, { ...povertyRelocation, moveInDate: null }, 'moveInDate', '请填写入住时间'],
  ['a negative subsidy', 400, { ...renovation, subsidyTotal: -1 }, 'subsidyTotal', '不能小于 0'],
  ['a field of another kind', 400, { ...originalSafe, moveInDate: '2019-01-01' }, 'moveInDate', '不认识的字段'],
  ['a kind that does not exist', 400, { ...originalSafe, kind: 'castle' }, 'kind', '请选择住房安全保障情况'],
  ['no entry person', 400, { ...originalSafe, entryPerson: '' }, 'entryPerson', '请填写录入人'],
];
