import { z } from 'zod';
import { door } from './door';
import { listQuery } from './list-query';
import {
  grantableRole,
  handOver,
  handOverAnswer,
  newUser,
  newUsers,
  userChange,
  userFilter,
  userParams,
  userProposal,
  LARGEST_USER_WORKBOOK,
  userRow,
  userWithPassword,
  userWorkbook,
} from './user-ledger';

const MANAGERS = ['manageUsers', 'manageAccounts'] as const;
/** Who manages those who enter and review. */
const HOUSING_LINE = ['manageUsers'] as const;

/** Fields by which the ledger is ordered. */
export const USER_SORT_FIELDS = ['regionCode', 'username', 'name', 'lastSignIn', 'validUntil'] as const;

export const userListDoor = door({
  id: 'access.user.find',
  method: 'GET',
  path: '/access/users',
  access: MANAGERS,
  scope: 'ledger',
  summary: 'The accounts below the caller, with the work that each has done',
  query: listQuery(userFilter, USER_SORT_FIELDS),
  answer: z.array(userRow),
});

export const userDoor = door({
  id: 'access.user.findOne',
  method: 'GET',
  path: '/access/users/:id',
  access: MANAGERS,
  scope: 'ledger',
  summary: 'One account below the caller',
  params: userParams,
  answer: userRow,
});

export const userCreateDoor = door({
  id: 'access.user.create',
  method: 'POST',
  path: '/access/users',
  access: MANAGERS,
  scope: 'ledger',
  summary: 'Make an account below the caller; its initial password is answered this once',
  body: newUser,
  answer: userWithPassword,
});

export const userBatchDoor = door({
  id: 'access.user.createBatch',
  method: 'POST',
  path: '/access/users/batch',
  access: HOUSING_LINE,
  scope: 'ledger',
  summary: 'Make several accounts below the caller, all or none; a fault names its place in the batch',
  body: newUsers,
  answer: z.array(userWithPassword),
});

export const userTemplateDoor = door({
  id: 'access.user.template',
  method: 'GET',
  path: '/access/user-workbook',
  access: HOUSING_LINE,
  levels: ['county'],
  scope: 'ledger',
  summary:
    "A workbook to fill in with new persons: the county's townships that nobody enters for, and the roles that one may give",
});

export const userWorkbookDoor = door({
  id: 'access.user.readWorkbook',
  method: 'POST',
  path: '/access/user-workbook',
  access: HOUSING_LINE,
  levels: ['county'],
  scope: 'ledger',
  summary: 'Read the rows of a filled-in workbook (XLSX or CSV); nothing is made yet',
  multipart: true,
  largestFile: LARGEST_USER_WORKBOOK,
  answer: userWorkbook,
});

export const userUpdateDoor = door({
  id: 'access.user.update',
  method: 'PUT',
  path: '/access/users/:id',
  access: MANAGERS,
  scope: 'ledger',
  summary: 'Change an account below the caller; a change of role or region ends its sign-ins',
  params: userParams,
  body: userChange,
  answer: userRow,
});

export const userDisableDoor = step('disable', 'Disable an account and end its sign-ins', userRow);
export const userEnableDoor = step('enable', 'Let a disabled account sign in again', userRow);
export const userUnlockDoor = step('unlock', 'Forget the failed sign-ins that locked an account', userRow);
export const userSignOutDoor = step('signOut', 'End every sign-in of an account', userRow);
export const userResetDoor = step(
  'reset',
  'Give an account a new initial password, answered this once, and end its sign-ins',
  userWithPassword,
);

export const userHandOverDoor = door({
  id: 'access.user.handOver',
  method: 'POST',
  path: '/access/users/:id/hand-over',
  access: HOUSING_LINE,
  scope: 'ledger',
  summary: "Give a person's drafts and returned records to another who enters in the same place",
  params: userParams,
  body: handOver,
  answer: handOverAnswer,
});

export const grantableRolesDoor = door({
  id: 'access.user.roles',
  method: 'GET',
  path: '/access/grantable-roles',
  access: MANAGERS,
  scope: 'ledger',
  summary: 'Roles that the caller may give, with the levels that each may be given to',
  answer: z.array(grantableRole),
});

export const userProposalsDoor = door({
  id: 'access.user.proposals',
  method: 'GET',
  path: '/access/user-proposals',
  access: HOUSING_LINE,
  levels: ['city', 'county'],
  scope: 'ledger',
  summary: 'Townships with unrecognised households and no active account that enters',
  answer: z.array(userProposal),
});

function step<Answer extends z.ZodType>(
  action: 'disable' | 'enable' | 'unlock' | 'signOut' | 'reset',
  summary: string,
  answer: Answer,
) {
  return door({
    id: `access.user.${action}`,
    method: 'POST',
    path: `/access/users/:id/${action === 'signOut' ? 'sign-out' : action}`,
    access: MANAGERS,
    scope: 'ledger',
    summary,
    params: userParams,
    answer,
  });
}
