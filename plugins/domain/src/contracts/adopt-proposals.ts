import { z } from 'zod';
import { door } from './door';
import { warningFilter } from './warning-doors';

/** Proposed numbers of the warnings that match; `preview` shows them, otherwise they are written as corrections. */
export const proposalAdoption = z.strictObject({
  filter: warningFilter,
  preview: z.boolean({ error: '请说明是预览还是采用' }),
  /** Where the call before ended. */
  after: z.string().max(40).optional(),
});
export type ProposalAdoption = z.infer<typeof proposalAdoption>;

export const proposalAdopted = z.object({
  preview: z.boolean(),
  /** Numbers that were adopted, or would be. */
  adopted: z.int(),
  /** Of them, those of households whose approval is taken away with it. */
  reviewed: z.int(),
  /** Persons whose number stands for somebody else too, or no longer has a proposal: they are to be mended one by one. */
  leftOut: z.int(),
  /** The first of them, masked. */
  rows: z.array(
    z.object({
      householdId: z.int(),
      personName: z.string(),
      regionName: z.string(),
      before: z.string(),
      after: z.string(),
      reason: z.string(),
    }),
  ),
  /** Where the next call goes on; null when all was seen. */
  next: z.string().nullable(),
});
export type ProposalAdopted = z.infer<typeof proposalAdopted>;

export const adoptProposalsDoor = door({
  id: 'warnings.proposal.adopt',
  method: 'POST',
  path: '/warnings/adopt-proposals',
  access: ['enter'],
  scope: 'region',
  summary:
    'Adopt the proposed numbers of all warnings that match, at most 1,000 a call, or preview them; numbers shared with others are left out',
  body: proposalAdoption,
  answer: proposalAdopted,
});
