-- The journal sealed in a hash chain: what is changed, removed or slipped in afterwards no longer fits its seal.
-- A head that was kept outside the database (log, export) tells also when the whole chain was made anew.

/* The canonical text of an entry. That it takes a row also makes a plain `drop table` of the journal an error. */
create or replace function anju.journal_text(e anju.journal) returns text
language sql stable parallel safe as $$
  select jsonb_build_array(e.id, (extract(epoch from e.at) * 1000000)::bigint, e.actor, e.request, e.region_code, e.action,
                           e.subject_table, e.subject_id, e.detail)::text
$$;

/* Half of a SHA-256 tells entries apart as surely as is needed, at half the room. */
create or replace function anju.journal_digest(e anju.journal) returns bytea
language sql stable parallel safe as $$
  select substring(sha256(convert_to(anju.journal_text(e), 'UTF8')) for 16)
$$;

/* A seal: the entries with ids in (previous last_id, last_id] that there were, each with its digest, chained to the seal before. */
create table if not exists anju.journal_seal (
  id bigint primary key,
  at timestamptz not null default clock_timestamp(),
  first_id bigint not null,
  last_id bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  entries integer not null,
  ids bigint[] not null,
  digests bytea[] not null,
  hash bytea not null
);
alter table anju.journal_seal alter column digests set storage external;
create index if not exists journal_seal_first_at_idx on anju.journal_seal (first_at, id);
create index if not exists journal_seal_last_at_idx on anju.journal_seal (last_at, id);
create unique index if not exists journal_seal_last_id_idx on anju.journal_seal (last_id);
alter table anju.journal_seal enable row level security;
drop policy if exists audit on anju.journal_seal;
-- Seals hold no values of anybody; who audits any region may read them.
create policy audit on anju.journal_seal for select to anju_app
  using ((select coalesce(current_setting('anju.audit_hi', true), '')) <> '');
grant select on anju.journal_seal to anju_app;

create or replace function anju.seal_text(s anju.journal_seal) returns text
language sql stable parallel safe as $$
  select jsonb_build_array(s.id, s.first_id, s.last_id, (extract(epoch from s.at) * 1000000)::bigint,
                           (extract(epoch from s.first_at) * 1000000)::bigint, (extract(epoch from s.last_at) * 1000000)::bigint,
                           s.ids, s.digests)::text
$$;

create or replace function anju.seal_hash(before bytea, s anju.journal_seal) returns bytea
language sql stable parallel safe as $$
  select sha256(coalesce(before, '') || convert_to(anju.seal_text(s), 'UTF8'))
$$;

/* How far the journal is settled: no entry with an id up to `settled` can appear any more. Ids are given out before their
   transactions commit, so the next mark is settled only when everybody who was writing when it was read has ended. */
create table if not exists anju.journal_mark (
  only_row boolean primary key default true check (only_row),
  settled bigint not null default 0,
  mark bigint not null default 0,
  writers text[] not null default '{}'
);
alter table anju.journal_mark enable row level security;
insert into anju.journal_mark default values on conflict do nothing;

/* Writers hold their lock on the journal from before their first id until their transaction has ended, visible to others. */
create or replace function anju.journal_writers() returns text[]
language sql volatile set search_path = pg_catalog, anju, pg_temp as $$
  select coalesce(array_agg(distinct l.virtualtransaction), '{}') from pg_locks l
  where l.locktype = 'relation' and l.relation = 'anju.journal'::regclass and l.mode = 'RowExclusiveLock' and l.granted
    and l.database = (select d.oid from pg_database d where d.datname = current_database())
    and l.pid is distinct from pg_backend_pid()
$$;

create or replace function anju.settle_journal() returns bigint
language plpgsql set search_path = pg_catalog, anju, pg_temp as $$
declare
  m anju.journal_mark;
begin
  select * into m from anju.journal_mark;
  if m.writers && anju.journal_writers() then return m.settled; end if;
  m.settled := greatest(m.settled, m.mark);
  -- First how many ids were given out, then who may still hold one of them back.
  select case when is_called then last_value else 0 end into m.mark from anju.journal_id_seq;
  m.writers := anju.journal_writers();
  if m.writers = '{}' then m.settled := greatest(m.settled, m.mark); end if;
  update anju.journal_mark set settled = m.settled, mark = m.mark, writers = m.writers
  where (settled, mark, writers) is distinct from (m.settled, m.mark, m.writers);
  return m.settled;
end $$;

/* Seals what is settled, in blocks of `p_block` entries or ids, at most `p_blocks` of them; never waits for a writer, nor a writer for it.
   No row: another process is at it, or there is nothing to seal. */
create or replace function anju.seal_journal(p_block integer, p_blocks integer)
returns table (seal bigint, last_entry bigint, entries bigint, head text, is_full boolean)
language plpgsql security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_settled bigint;
  v_before anju.journal_seal;
  v_seal anju.journal_seal;
  v_first bigint;
  v_entries bigint := 0;
  v_blocks integer := 0;
begin
  if not pg_try_advisory_xact_lock(726013) then return; end if;
  v_settled := anju.settle_journal();
  select s.* into v_before from anju.journal_seal s order by s.id desc limit 1;
  v_seal := v_before;
  while v_blocks < p_blocks loop
    -- A range of ids, not a limit: it is read by the key whatever the statistics of the table say.
    select min(j.id) into v_first from anju.journal j where j.id > coalesce(v_before.last_id, 0) and j.id <= v_settled;
    exit when v_first is null;
    select coalesce(v_before.id, 0) + 1, clock_timestamp(), min(e.id), max(e.id), min(e.at), max(e.at),
           count(*), array_agg(e.id order by e.id), array_agg(e.digest order by e.id)
      into v_seal.id, v_seal.at, v_seal.first_id, v_seal.last_id, v_seal.first_at, v_seal.last_at, v_seal.entries, v_seal.ids, v_seal.digests
      from (select j.id, j.at, anju.journal_digest(j) as digest from anju.journal j where j.id >= v_first and j.id < v_first + p_block
              and j.id <= v_settled) e;
    v_seal.hash := anju.seal_hash(v_before.hash, v_seal);
    insert into anju.journal_seal select v_seal.*;
    v_entries := v_entries + v_seal.entries;
    v_blocks := v_blocks + 1;
    v_before := v_seal;
  end loop;
  if v_blocks = 0 then return; end if;
  return query select v_before.id, v_before.last_id, v_entries, encode(v_before.hash, 'hex'), v_blocks = p_blocks;
end $$;

/* Compares the seals after `p_after` with the journal, about `p_entries` entries of them, and names the first that does not fit:
   an entry that was changed, removed or added, else a seal. `next` is null at the end of the chain or at what is broken. */
create or replace function anju.verify_journal(p_after bigint, p_entries integer)
returns table (checked_seal bigint, next bigint, entries bigint, head text, broken_seal bigint, broken_entry bigint, fault text)
language plpgsql stable security definer set search_path = pg_catalog, public, anju, pg_temp as $$
declare
  v_before anju.journal_seal;
  v_last anju.journal_seal;
  v_seal bigint;
  v_seal_fault text;
  v_upto bigint;
  v_entry bigint;
  v_entry_fault text;
begin
  select s.* into v_before from anju.journal_seal s where s.id = p_after;
  select s.* into v_last from anju.journal_seal s where s.id = (
    select max(y.id) from (
      select x.id, sum(x.entries) over (order by x.id) - x.entries as before_it
      from (select i.id, i.entries from anju.journal_seal i where i.id > p_after order by i.id limit 5000) x
    ) y where y.before_it < p_entries);
  select s.id, case when s.id <> s.expected then 'sealMissing' else 'sealChanged' end into v_seal, v_seal_fault
  from (select x.id, x.hash, anju.seal_hash(coalesce(lag(x.hash) over w, v_before.hash), x) as recomputed,
               coalesce(lag(x.id) over w, p_after) + 1 as expected
        from anju.journal_seal x where x.id > p_after and x.id <= v_last.id window w as (order by x.id)) s
  where s.id <> s.expected or s.hash <> s.recomputed order by s.id limit 1;
  if v_before.id is null and p_after > 0 then
    v_seal := p_after;
    v_seal_fault := 'sealMissing';
  end if;
  -- Entries are compared up to where the chain holds.
  select max(s.last_id) into v_upto from anju.journal_seal s where s.id <= v_last.id and s.id < coalesce(v_seal, v_last.id + 1);
  select coalesce(sealed.id, standing.id),
         case when sealed.id is null then 'entryAdded' when standing.id is null then 'entryRemoved' else 'entryChanged' end
    into v_entry, v_entry_fault
  from (select u.id, u.digest from anju.journal_seal s cross join lateral unnest(s.ids, s.digests) u (id, digest)
        where s.id > p_after and s.last_id <= v_upto) sealed
  full join (select j.id, anju.journal_digest(j) as digest from anju.journal j
             where j.id > coalesce(v_before.last_id, -9223372036854775808) and j.id <= v_upto) standing
    on standing.id = sealed.id
  where sealed.digest is distinct from standing.digest order by 1 limit 1;
  return query select coalesce(v_last.id, p_after),
    case when v_entry is null and v_seal is null and exists (select from anju.journal_seal s where s.id > v_last.id) then v_last.id end,
    (select coalesce(sum(s.entries), 0) from anju.journal_seal s where s.id > p_after and s.id <= v_last.id),
    encode(coalesce(v_last.hash, v_before.hash), 'hex'),
    case when v_entry is null then v_seal
         else (select s.id from anju.journal_seal s where s.last_id >= v_entry order by s.last_id limit 1) end,
    v_entry, coalesce(v_entry_fault, v_seal_fault);
end $$;

/* What is younger than 180 days cannot be deleted, and nothing of the journal can be changed, by nobody's jobs. */
create or replace function anju.keep_journal() returns trigger
language plpgsql set search_path = pg_catalog, anju, pg_temp as $$
declare
  v_young boolean;
begin
  if tg_op = 'UPDATE' then
    raise exception 'Entries of % are never changed', tg_table_name using errcode = 'restrict_violation';
  elsif tg_op = 'TRUNCATE' then
    execute format('select exists (select from %I.%I where at > now() - interval ''180 days'')', tg_table_schema, tg_table_name) into v_young;
    if v_young then
      raise exception '% holds entries younger than 180 days', tg_table_name using errcode = 'restrict_violation';
    end if;
    return null;
  elsif old.at > now() - interval '180 days' then
    raise exception 'Entry % of % is younger than 180 days', old.id, tg_table_name using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create or replace trigger keep_rows before update or delete on anju.journal for each row execute function anju.keep_journal();
create or replace trigger keep_table before truncate on anju.journal for each statement execute function anju.keep_journal();
create or replace trigger keep_rows before update or delete on anju.journal_seal for each row execute function anju.keep_journal();
create or replace trigger keep_table before truncate on anju.journal_seal for each statement execute function anju.keep_journal();
alter table anju.journal enable always trigger keep_rows;
alter table anju.journal enable always trigger keep_table;
alter table anju.journal_seal enable always trigger keep_rows;
alter table anju.journal_seal enable always trigger keep_table;

revoke execute on function anju.journal_text(anju.journal), anju.journal_digest(anju.journal), anju.seal_text(anju.journal_seal),
  anju.seal_hash(bytea, anju.journal_seal), anju.journal_writers(), anju.settle_journal(), anju.seal_journal(integer, integer),
  anju.verify_journal(bigint, integer), anju.keep_journal() from public;
grant execute on function anju.seal_journal(integer, integer), anju.verify_journal(bigint, integer) to anju_app;
