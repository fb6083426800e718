import type { WarningRuleEffect, WarningRuleSetting } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** Warnings that would appear and vanish if a rule were set so, by county of the configurator's region. */
export async function warningRuleEffect(db: Knex, setting: WarningRuleSetting): Promise<WarningRuleEffect['counties']> {
  // A whole province takes longer than a request's usual limit.
  await db.raw(`set local statement_timeout = '2min'`);
  const { kind, enabled, people, off } = setting;
  const { rows } = await db.raw<{ rows: WarningRuleEffect['counties'] }>(
    `select e.county as "regionCode", coalesce(r.full_name, r.name, e.county) as "regionName",
       e.appear::integer as appear, e.vanish::integer as vanish
     from anju.warning_rule_effect(:kind, :enabled, :people, :off) e left join regions r on r.code = e.county
     order by e.appear + e.vanish desc, e.county`,
    { kind, enabled, people, off },
  );
  return rows;
}

/** A warning that would appear or vanish; its finding is to be parsed by the contract. */
export interface EffectExample {
  readonly appears: boolean;
  readonly householdId: number | null;
  readonly renovationId: number | null;
  readonly regionName: string;
  readonly explanation: unknown;
}

/** The first warnings of the effect that was just counted in this transaction, inside the caller's own scope. */
export async function effectExamples(db: Knex, most: number): Promise<EffectExample[]> {
  const { rows } = await db.raw<{ rows: { readonly example: EffectExample }[] }>(
    `select json_build_object('appears', e.appears, 'householdId', e.household_id, 'renovationId', e.renovation_id,
       'regionName', coalesce(r.full_name, r.name, e.region_code), 'explanation', e.explanation) as example
     from anju.warning_rule_examples(?) e left join regions r on r.code = e.region_code`,
    [most],
  );
  return rows.map(({ example }) => example);
}
