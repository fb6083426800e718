import type { HouseholdConditions, NextAnswer, NextRequestInput } from '@anju/domain/contracts';
import { request } from '../http/request';

/** The next household to enter, in village order; its id is null when none is left. */
export async function nextHousehold(question: NextRequestInput): Promise<NextAnswer> {
  return (await request<NextAnswer>('/registry/households/next', { method: 'POST', body: question })).json;
}

let filterOfQueue: HouseholdConditions | undefined;

/** The conditions under which the clerk is working through households; in memory, for "save and next". */
export const entryQueue = {
  filter: (): HouseholdConditions | undefined => filterOfQueue,
  start(filter: HouseholdConditions): void {
    filterOfQueue = filter;
  },
};
