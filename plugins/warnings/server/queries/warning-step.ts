import type { WarningKind, WarningState } from '@anju/domain';
import type { WarningStep } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** What a step needs of the warning that it has locked until its transaction ends. */
export interface LockedWarning {
  readonly id: number;
  readonly kind: WarningKind;
  readonly state: WarningState;
}

/** Locks one warning against other steps; undefined when it does not exist or lies outside the scope. */
export async function lockedWarning(db: Knex, id: number): Promise<LockedWarning | undefined> {
  return db('warnings').select<LockedWarning[]>('id', 'kind', 'state').where({ id }).forNoKeyUpdate().first();
}

/**
 * Writes a person's step with warnings that are locked. The inputs that it explains are remembered by their fingerprint: other inputs
 * open the warning again, and when they return it returns to this state.
 */
export async function writeStep(
  db: Knex,
  ids: readonly number[],
  state: WarningState,
  step: WarningStep,
): Promise<void> {
  await db.raw(
    `update warnings set state = :state, steps = steps || cast(:step as jsonb),
       explained_fingerprint = case when :state <> 'open' then fingerprint end,
       explained_state = case when :state <> 'open' then :state end,
       closed_at = case when :state in ('dismissed', 'accepted') then now() end
     where id = any (cast(:ids as integer[]))`,
    { ids, state, step: JSON.stringify(step) },
  );
}
