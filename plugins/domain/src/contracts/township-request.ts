import { z } from 'zod';
import { door } from './door';
import { regionCode } from './field-shapes';
import { userParams, userRow } from './user-ledger';

/** The townships that a user without one may ask for; none for everybody else. */
export const townshipRequest = z.object({
  requested: z.string().nullable(),
  townships: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type TownshipRequest = z.infer<typeof townshipRequest>;

export const townshipRequestReadDoor = door({
  id: 'access.township-request.find',
  method: 'GET',
  path: '/access/township-request',
  access: 'signedIn',
  scope: 'ledger',
  summary: "For a township user without a township: the county's townships, and the one asked for",
  answer: townshipRequest,
});

export const townshipRequestDoor = door({
  id: 'access.township-request.make',
  method: 'POST',
  path: '/access/township-request',
  access: 'signedIn',
  scope: 'ledger',
  summary: 'Ask for a township; nothing is shown until the county confirms',
  body: z.strictObject({ regionCode }),
  answer: townshipRequest,
});

export const townshipConfirmDoor = door({
  id: 'access.township-request.confirm',
  method: 'POST',
  path: '/access/users/:id/confirm-township',
  access: ['manageUsers'],
  scope: 'ledger',
  summary: 'Place a user in the township that they have asked for',
  params: userParams,
  answer: userRow,
});
