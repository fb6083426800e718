import type { PlacedOption } from '@anju/domain';
import { type FormDefinition, formDefinition } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import type { Client } from 'pg';
import { jsonColumn } from './json-column';

/** The form and the options of all regions, as they stand at this moment. */
export interface FormInForce {
  readonly forms: FormDefinition;
  readonly options: readonly PlacedOption[];
}

const FORM = `select value from anju.configuration where name = 'form'`;
const OPTIONS = `select list_key as "listKey", key, label, enabled, requires_note as "requiresNote", core, valid_from::text as "validFrom",
    valid_to::text as "validTo", region_code as "regionCode"
  from options order by list_key, rank, id`;

/** On the connection of an import. */
export async function formInForce(client: Client): Promise<FormInForce> {
  const form = await client.query<{ value: unknown }>(FORM);
  const { rows: options } = await client.query<PlacedOption>(OPTIONS);
  return { forms: formDefinition.parse(jsonColumn(form.rows[0]?.value)), options };
}

/** On the pool. */
export async function servedFormInForce(db: Knex): Promise<FormInForce> {
  const form = await db.raw<{ rows: { value: unknown }[] }>(FORM);
  const { rows: options } = await db.raw<{ rows: PlacedOption[] }>(OPTIONS);
  return { forms: formDefinition.parse(jsonColumn(form.rows[0]?.value)), options };
}
