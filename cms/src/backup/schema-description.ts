import type { Client } from 'pg';
import { BackupRefused } from './backup-refused';
import type { DatabaseSchema, FunctionDescription, SequenceDescription, TableDescription } from './manifest';

/**
 * Describes the product's tables out of PostgreSQL's catalog, on the caller's snapshot: what a restore needs to rebuild
 * them as they were, with the functions that they may call. Triggers, policies and grants come from the prepare step.
 */
export async function describeSchema(client: Client): Promise<DatabaseSchema> {
  // The catalog's texts then name every object with its schema.
  await client.query('set local search_path = pg_catalog');
  await refusePartitions(client);
  return {
    functions: await functions(client),
    tables: await tables(client),
    sequences: await sequences(client),
    afterData: await definitionsAfterData(client),
  };
}

async function refusePartitions(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'anju'::regnamespace) and (c.relkind in ('p', 'f') or c.relispartition)`);
  if (rows[0]) throw new BackupRefused(`本版本的备份不支持分区表或外部表：${rows[0].name}`);
}

/** What keys, indexes and generated columns may call. The prepare step makes what answers a type of its own, type and function. */
async function functions(client: Client): Promise<FunctionDescription[]> {
  const { rows } = await client.query<FunctionDescription>(`
    select pg_get_functiondef(p.oid) || case
        when p.proacl is not null and not exists (select from aclexplode(p.proacl) a where a.grantee = 0)
        then format('; revoke all on function %s from public', p.oid::regprocedure) else '' end as definition,
      exists (select from pg_type t where t.oid = any (p.prorettype || p.proargtypes::oid[]) and t.typrelid <> 0) as "takesRows"
    from pg_proc p where p.pronamespace = 'anju'::regnamespace and p.prokind in ('f', 'p')
      and not exists (select from pg_type t join pg_class c on c.oid = t.typrelid
                      where c.relkind = 'c' and t.oid = any (p.prorettype || p.proargtypes::oid[]))
    order by p.oid::regprocedure::text`);
  return rows;
}

async function tables(client: Client): Promise<TableDescription[]> {
  const { rows } = await client.query<TableDescription>(`
    select n.nspname as schema, c.relname as name, c.relpersistence = 'u' as unlogged,
      (select json_agg(json_build_object(
          'name', a.attname,
          'type', format_type(a.atttypid, a.atttypmod),
          'notNull', a.attnotnull,
          'default', (select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d where d.adrelid = a.attrelid and d.adnum = a.attnum),
          'collation', (select a.attcollation::regcollation::text from pg_type t
                        where t.oid = a.atttypid and a.attcollation <> t.typcollation),
          'identity', a.attidentity,
          'identitySequence', case when a.attidentity <> '' then
            pg_get_serial_sequence(c.oid::regclass::text, a.attname) end,
          'generated', a.attgenerated) order by a.attnum)
       from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'anju') and c.relkind = 'r' and ${isNoExtensionPart('c')}
    order by n.nspname, c.relname`);
  return rows;
}

async function sequences(client: Client): Promise<SequenceDescription[]> {
  const { rows } = await client.query<Omit<SequenceDescription, 'lastValue' | 'isCalled'> & { quoted: string }>(`
    select n.nspname as schema, c.relname as name, c.oid::regclass::text as quoted,
      case when owner.deptype is distinct from 'i' then
        format('create sequence %s as %s start %s increment %s minvalue %s maxvalue %s cache %s%s', c.oid::regclass,
          s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, case when s.seqcycle then ' cycle' end)
      end as definition,
      case when owner.deptype = 'a' then format('%s.%I', owner.refobjid::regclass, a.attname) end as "ownedBy"
    from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_depend owner on owner.classid = 'pg_class'::regclass and owner.objid = c.oid
      and owner.refclassid = 'pg_class'::regclass and owner.refobjsubid > 0 and owner.deptype in ('a', 'i')
    left join pg_attribute a on a.attrelid = owner.refobjid and a.attnum = owner.refobjsubid
    where n.nspname in ('public', 'anju') and ${isNoExtensionPart('c')}
    order by n.nspname, c.relname`);
  const described: SequenceDescription[] = [];
  for (const { quoted, ...sequence } of rows) described.push({ ...sequence, ...(await sequenceState(client, quoted)) });
  return described;
}

/** A sequence knows no snapshot: it is at least as far as the rows that the snapshot shows. */
async function sequenceState(
  client: Client,
  quoted: string,
): Promise<Pick<SequenceDescription, 'lastValue' | 'isCalled'>> {
  const { rows } = await client.query<{ lastValue: string; isCalled: boolean }>(
    `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted}`,
  );
  if (!rows[0]) throw new Error(`The sequence ${quoted} has no state`);
  return rows[0];
}

async function definitionsAfterData(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ definition: string }>(`
    select definition from (
      select case contype when 'f' then 3 else 1 end as step, conrelid::regclass::text as place, conname::text as name,
        format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(k.oid)) as definition
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.contype in ('p', 'u', 'x', 'f', 'c') and c.relnamespace in ('public'::regnamespace, 'anju'::regnamespace)
      union all
      select 2, i.indrelid::regclass::text, c.relname::text, pg_get_indexdef(i.indexrelid)
      from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace in ('public'::regnamespace, 'anju'::regnamespace) and i.indisvalid
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    ) as entry
    order by step, place, name`);
  return rows.map((row) => row.definition);
}

function isNoExtensionPart(relation: string): string {
  return `not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = ${relation}.oid and e.deptype = 'e')`;
}
