import type { WarningRow } from '@anju/domain/contracts';
import type { Caller, TestApp } from '../../harness/app';

/** The address of a list of warnings. */
export function address(filter: object, more: Readonly<Record<string, string>> = {}): string {
  return `/api/warnings?${new URLSearchParams({ filter: JSON.stringify(filter), ...more }).toString()}`;
}

/** The warnings that a caller finds. */
export async function warnings(caller: Caller, filter: object): Promise<WarningRow[]> {
  const answer = await caller.get(address(filter, { range: '[0,499]' })).expect(200);
  return answer.body as WarningRow[];
}

/** The first warning of a kind that is open for a caller. */
export async function firstOpen(caller: Caller, kind: WarningRow['kind']): Promise<WarningRow> {
  const [warning] = await warnings(caller, { kind, state: 'open' });
  if (!warning) throw new Error(`There is no open warning of the kind ${kind}`);
  return warning;
}

/** How many warnings the database holds that match. */
export async function storedWarnings(app: TestApp, condition: string): Promise<number> {
  const { rows } = await app.owner.query<{ n: number }>(
    `select count(*)::integer as n from warnings where ${condition}`,
  );
  return rows[0]?.n ?? -1;
}
