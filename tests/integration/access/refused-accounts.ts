import { COUNTY, OTHER_COUNTY } from '../registry/register';

/** What the county's supervisor may not make: what is wrong, the values, and the field that names it. */
export const REFUSED_ACCOUNTS: readonly (readonly [name: string, values: object, field: string])[] = [
  ['a township of another county', { regionCode: '520402001' }, 'regionCode'],
  ['another county', { role: 'countyClerk', regionCode: OTHER_COUNTY }, 'regionCode'],
  ['its city', { role: 'department', regionCode: '5204' }, 'regionCode'],
  ['a region that does not exist', { regionCode: '520425999' }, 'regionCode'],
  ['a village', { regionCode: '520425102001' }, 'regionCode'],
  ['a region of the wrong level for the role', { role: 'countyClerk' }, 'regionCode'],
  ['its own role', { role: 'countySupervisor', regionCode: COUNTY }, 'role'],
  ['a role above it', { role: 'provinceSupervisor', regionCode: COUNTY }, 'role'],
  ['an administrator', { role: 'auditor', regionCode: COUNTY }, 'role'],
  ['a role that does not exist', { role: 'nobody' }, 'role'],
  ['the viewer of its own level', { role: 'viewer', regionCode: COUNTY }, 'regionCode'],
  ['a user name that is taken', { username: 'demo-clerk' }, 'username'],
  ['a weak password', { initialPassword: 'aaaaaaaaaaaa' }, 'initialPassword'],
  ['a password with the user name', { username: 'zhang.san', initialPassword: 'Zhang.San-2020' }, 'initialPassword'],
  ['a validity that is over', { validUntil: '2020-01-01' }, 'validUntil'],
];
