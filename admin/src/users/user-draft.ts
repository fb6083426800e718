import type { NewUser, UserChange, UserRow } from '@anju/domain/contracts';
import { t } from '../language/t';

/** The form of a person, all text; empty is nothing. */
export interface UserDraft {
  readonly username: string;
  readonly name: string;
  readonly role: string;
  readonly regionCode: string;
  readonly unit: string;
  readonly phone: string;
  readonly townshipReviewer: string;
  readonly countyReviewer: string;
  readonly validUntil: string;
}

/** The form as it opens: a person's data, or an empty one for a place. */
export function draftOf(user: UserRow | undefined, regionCode: string): UserDraft {
  return {
    username: user?.username ?? '',
    name: user?.name ?? '',
    role: user?.role ?? (regionCode.length === 9 ? 'townshipClerk' : ''),
    regionCode,
    unit: user?.unit ?? '',
    phone: user?.phone ?? '',
    townshipReviewer: user?.townshipReviewer ?? '',
    countyReviewer: user?.countyReviewer ?? '',
    validUntil: user?.validUntil ?? '',
  };
}

/** What is missing before anything is sent, at its field. */
export function missingOf(draft: UserDraft): Readonly<Record<string, string>> {
  return {
    ...(draft.username.trim() === '' && { username: t('请填写用户名') }),
    ...(draft.name.trim() === '' && { name: t('请填写姓名') }),
    ...(draft.role === '' && { role: t('请选择角色') }),
    ...(draft.regionCode === '' && { regionCode: t('请选择行政区划') }),
  };
}

/** The body of a new person. */
export function newUserOf(draft: UserDraft): NewUser {
  return draft;
}

const CHANGEABLE = [
  'name',
  'role',
  'regionCode',
  'unit',
  'phone',
  'townshipReviewer',
  'countyReviewer',
  'validUntil',
] as const;

/** What differs from the person as they were. */
export function changeOf(draft: UserDraft, before: UserDraft): UserChange {
  const changed = CHANGEABLE.filter((field) => draft[field] !== before[field]);
  return Object.fromEntries(changed.map((field) => [field, draft[field]]));
}
