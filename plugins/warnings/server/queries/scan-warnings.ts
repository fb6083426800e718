import type { Knex } from 'knex';

/** What a full run wrote. */
export interface ScannedWarnings {
  readonly opened: number;
  readonly closed: number;
}

/** Runs every rule over the node; undefined when such a run is under way. A whole province takes longer than a request's usual limit. */
export async function scanWarnings(db: Knex): Promise<ScannedWarnings | undefined> {
  await db.raw(`set local statement_timeout = '10min'`);
  const result = await db.raw<{ rows: ScannedWarnings[] }>('select opened, closed from anju.scan_warnings()');
  return result.rows[0];
}

/** Runs every rule over the node as its owner, while nobody saves. */
export async function scanAlone(db: Knex): Promise<void> {
  await db.raw('select * from anju.run_warning_rules(true)');
}

/** Whether the node's last full run lies more than `hours` back. */
export async function isScanDue(db: Knex, hours: number): Promise<boolean> {
  const result = await db.raw<{ rows: { readonly due: boolean }[] }>(
    `select coalesce(max(finished_at) < now() - make_interval(hours => ?), true) as due from anju.warning_run`,
    [hours],
  );
  return result.rows[0]?.due === true;
}

/** The hour of the day at which all rules run by themselves, China's time; undefined when they do not. */
export async function fullRunHour(db: Knex): Promise<number | undefined> {
  const { rows } = await db.raw<{ rows: { readonly hour: number }[] }>(
    `select (value -> 'fullRun' ->> 'hour')::integer as hour from anju.configuration
     where name = 'warnings' and (value -> 'fullRun' ->> 'enabled')::boolean`,
  );
  return rows[0]?.hour;
}
