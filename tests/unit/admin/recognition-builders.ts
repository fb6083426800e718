import type { HouseholdRecord, MemberRecord } from '@anju/domain/contracts';
import { initialValues, type RecognitionValues } from '../../../admin/src/recognition/model/values';
import { onJune30 } from '../domain/safeguard-builders';

/** A member of the household under test. */
export function aMember(changes: Partial<MemberRecord> = {}): MemberRecord {
  return {
    id: 71,
    personNumber: null,
    name: '韦秀英',
    isHead: true,
    relationToHead: '户主',
    gender: '女',
    ethnicity: '布依族',
    registryIdNumber: null,
    correctedIdNumber: null,
    registryPhone: null,
    correctedPhone: null,
    vanishedAt: null,
    ...changes,
  };
}

/** A household of the list that nobody has recognised yet. */
export function aRecord(changes: Partial<HouseholdRecord> = {}): HouseholdRecord {
  return {
    id: 5,
    registryNumber: null,
    source: 'registry',
    regionCode: '520425101001',
    regionName: '教场社区',
    headName: '韦秀英',
    memberCount: 1,
    povertyAttribute: null,
    povertyCause: null,
    povertyExited: null,
    exitYear: null,
    recognised: false,
    remark: null,
    departureReason: null,
    verificationNote: null,
    vanishedAt: null,
    masked: false,
    members: [aMember()],
    safeguard: null,
    evidence: [],
    warnings: [],
    extras: [],
    renovation: null,
    foreignRenovation: null,
    relocationEntry: null,
    version: 3,
    ...changes,
  };
}

/** The form as this record fills it, on the last day of June 2020. */
export function opened(record: HouseholdRecord = aRecord()): RecognitionValues {
  const user = { name: '罗文静', townshipReviewer: '伍国栋', countyReviewer: '班玉梅' };
  return initialValues(record, { forms: onJune30.forms, user, today: onJune30.today });
}

/** The form with some of its own inputs typed over. */
export function typed(
  changes: Partial<RecognitionValues>,
  kinds: RecognitionValues['kinds'] = {},
  record?: HouseholdRecord,
): RecognitionValues {
  const values = opened(record);
  const filled = structuredClone(values.kinds);
  for (const [kind, fields] of Object.entries(kinds)) filled[kind] = { ...filled[kind], ...fields };
  return { ...values, kinds: filled, ...changes };
}
