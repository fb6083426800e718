import type { UserRow } from '@anju/domain/contracts';
import type { SlipContent } from './password-slips';

/** What a row of the ledger lets one do. */
export interface UserHandlers {
  readonly onEdit: (user: UserRow) => void;
  readonly onPassword: (content: SlipContent) => void;
}
