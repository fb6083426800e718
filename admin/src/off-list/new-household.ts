import type { HouseholdRecord, RenovationDetail, StandingAnswer } from '@anju/domain/contracts';
import { request } from '../http/request';

/** A person as typed; the first is the head. */
export interface TypedMember {
  /** Tells rows apart while persons are added and removed. */
  readonly key: number;
  readonly name: string;
  readonly relationToHead: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly gender: string;
}

export interface TypedHousehold {
  readonly members: readonly TypedMember[];
  readonly regionCode: string;
  readonly verificationNote: string;
}

/** A row without a person yet. */
export function emptyMember(key: number, idNumber = ''): TypedMember {
  return { key, name: '', relationToHead: '', idNumber, phone: '', gender: '' };
}

/** What a renovation archive says of a household that the list lacks: its head and its place. */
export function householdOfArchive({ headName, idNumber, regionCode }: RenovationDetail): TypedHousehold {
  return {
    members: [{ ...emptyMember(0, idNumber ?? ''), name: headName }],
    regionCode: regionCode.length >= 9 ? regionCode : '',
    verificationNote: '',
  };
}

/** Where the person with this number stands already; null when nobody has it. */
export async function askStanding(idNumber: string): Promise<StandingAnswer['standing']> {
  const path = '/registry/households/standing';
  return (await request<StandingAnswer>(path, { method: 'POST', body: { idNumber } })).json.standing;
}

/** Adds the household; throws an HttpError with a sentence for each field at fault. */
export async function addHousehold({ members, ...household }: TypedHousehold): Promise<HouseholdRecord> {
  const body = {
    ...household,
    members: members.map(({ key: _key, gender, ...member }, index) => ({
      ...member,
      isHead: index === 0,
      gender: gender === '' ? null : gender,
    })),
  };
  return (await request<HouseholdRecord>('/registry/households', { method: 'POST', body })).json;
}
