import type { Client } from 'pg';

const HOUSEHOLD = `jsonb_build_object('registry_number', h.registry_number, 'source', h.source, 'region_code', h.region_code,
  'registry_region_code', h.registry_region_code, 'member_count', h.member_count, 'poverty_attribute', h.poverty_attribute,
  'poverty_cause', h.poverty_cause, 'poverty_exited', h.poverty_exited, 'exit_year', h.exit_year, 'vanished_at', h.vanished_at,
  'import_batch_id', h.import_batch_id)`;

const MEMBER = `jsonb_build_object('person_number', m.person_number, 'name', m.name, 'is_head', m.is_head,
  'relation_to_head', m.relation_to_head, 'gender', m.gender, 'ethnicity', m.ethnicity, 'registry_id_number', m.registry_id_number,
  'registry_phone', m.registry_phone, 'vanished_at', m.vanished_at)`;

/** Notes what the register says of the households and persons that the compared list is about to change. */
export async function keepChangedHouseholds(client: Client): Promise<void> {
  await client.query(`create temp table before_import on commit drop as
    select 'households' as table_name, h.id as row_id, ${HOUSEHOLD} as before
    from staged_household s join households h on h.id = s.household_id where s.status = 'changed'
    union all
    select 'households', h.id, ${HOUSEHOLD} from vanished_household v join households h on h.id = v.id
    union all
    select 'members', m.id, ${MEMBER} from staged_member s join members m on m.id = s.member_id where s.status in ('changed', 'vanished')`);
}

/** Keeps what was noted with the batch, beside the versions that the import left, so that it can be taken back. */
export async function sealChangedHouseholds(client: Client, batchId: number): Promise<void> {
  await client.query(
    `insert into anju.import_change (batch_id, table_name, row_id, region_code, before, after_version)
     select $1::integer, b.table_name, b.row_id, h.region_code, b.before, h.version
     from before_import b join households h on b.table_name = 'households' and h.id = b.row_id
     union all
     select $1::integer, b.table_name, b.row_id, m.region_code, b.before, null
     from before_import b join members m on b.table_name = 'members' and m.id = b.row_id
     union all
     select $1::integer, 'members', m.id, m.region_code, null, null
     from staged_household h join staged_member s using (household_number) join members m on m.person_number = s.person_number
     where h.status = 'changed' and s.status = 'new'`,
    [batchId],
  );
}
