import type { Client } from 'pg';

/**
 * Drops the triggers whose conditions name columns: PostgreSQL changes no such column, and Strapi's schema sync does. The SQL steps after
 * the sync make them again; until they have, no version takes the database for prepared.
 */
export async function loosenColumns(owner: Client): Promise<void> {
  await owner.query(LOOSEN);
}

const LOOSEN = `do $$
declare
  t record;
begin
  for t in
    select g.tgname, g.tgrelid::regclass as relation from pg_trigger g join pg_class c on c.oid = g.tgrelid
    where c.relnamespace = 'public'::regnamespace and not g.tgisinternal and (g.tgqual is not null or g.tgattr <> '')
  loop
    execute format('drop trigger %I on %s', t.tgname, t.relation);
  end loop;
  if to_regclass('anju.prepared') is not null then
    insert into anju.prepared (fingerprint) values ('under way');
  end if;
end $$`;

/**
 * Lets PostgreSQL look at tables that have a column it knows nothing of: one that the sync added or changed has no statistics, and nothing
 * else would bring them, so that plans by it would read whole tables.
 */
export async function analyseChangedTables(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ relation: string }>(UNKNOWN);
  for (const { relation } of rows) await owner.query(`analyze ${relation}`);
}

const UNKNOWN = `
  select c.oid::regclass::text as relation from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.reltuples > 0 and exists (
    select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and not exists (select from pg_stats s where s.schemaname = 'public' and s.tablename = c.relname and s.attname = a.attname))
  order by 1`;
