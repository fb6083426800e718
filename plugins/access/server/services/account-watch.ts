import { type AccountFilter, type WatchedAccount, watchedAccount } from '@anju/domain/contracts';
import { NotFound, type Page, requestDb } from '@anju/kit';
import { watchAccount, type WatchStep } from '../queries/watch-account';
import { watchedAccountCount, watchedAccounts, type WatchOrder } from '../queries/watched-accounts';
import { configuredRole } from './roles-file';
import { signInRules } from './sign-in-rules';

const DEFAULT_SIZE = 50;
const LONGEST_QUIET: WatchOrder = { field: 'quietDays', direction: 'DESC' };

/** A list request as its contract parses it. */
export interface WatchQuery {
  readonly filter?: AccountFilter | undefined;
  readonly range?: readonly [number, number] | undefined;
  readonly sort?: readonly [WatchOrder['field'], WatchOrder['direction']] | undefined;
}

/** One page of the node's accounts, those without a sign-in for longest first. */
export async function listAccounts({ filter = {}, range, sort }: WatchQuery): Promise<Page<WatchedAccount>> {
  const [from, to] = range ?? [0, DEFAULT_SIZE - 1];
  const order = sort ? { field: sort[0], direction: sort[1] } : LONGEST_QUIET;
  const search = { ...filter, dormantDays: await dormantDays() };
  const found = await watchedAccounts(requestDb(), search, order, { limit: to - from + 1, offset: from });
  return { rows: found.map(({ row }) => accountOf(row)), from, total: await watchedAccountCount(requestDb(), search) };
}

/** Takes a step with any account of the node but the own; throws NotFound for every other. */
export async function takeStep(id: number, step: WatchStep, note: string | null = null): Promise<WatchedAccount> {
  if (!(await watchAccount(requestDb(), id, step, note))) throw new NotFound('没有这个账号，或不由您管理');
  const search = { id, dormantDays: await dormantDays() };
  const [found] = await watchedAccounts(requestDb(), search, LONGEST_QUIET, { limit: 1, offset: 0 });
  if (!found) throw new NotFound('没有这个账号，或不由您管理');
  return accountOf(found.row);
}

async function dormantDays(): Promise<number> {
  return (await signInRules(requestDb())).dormantDays;
}

function accountOf(row: Readonly<Record<string, unknown>>): WatchedAccount {
  const role = String(row.role);
  return watchedAccount.parse({ ...row, roleLabel: configuredRole(role)?.label ?? role });
}
