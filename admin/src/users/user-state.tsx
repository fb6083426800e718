import { type UserStatus } from '@anju/domain';
import { USER_STATUS_LABELS } from '../language/domain-words';
import { Chip } from '../states/status';

const TONES: Readonly<Record<UserStatus, string>> = {
  active: 'link',
  initial: 'info',
  locked: 'alert',
  expired: 'returned',
  disabled: 'returned',
};

/** What an account is in; everything but 正常 is coloured. */
export function UserState({ status }: { readonly status: UserStatus }) {
  return <Chip className={TONES[status]}>{USER_STATUS_LABELS[status]}</Chip>;
}
