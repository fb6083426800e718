import type { JournalFault, JournalSeal } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** What a turn of sealing did. */
export interface SealedPart {
  readonly seal: string;
  readonly last_entry: string;
  readonly entries: string;
  readonly head: string;
  /** As many blocks as were asked for: there may be more. */
  readonly is_full: boolean;
}

/** Seals what is settled; undefined when there was nothing to seal, or another process is at it. */
export async function sealJournal(db: Knex, block: number, blocks: number): Promise<SealedPart | undefined> {
  const { rows } = await db.raw<{ rows: SealedPart[] }>('select * from anju.seal_journal(?, ?)', [block, blocks]);
  return rows[0];
}

/** What a part of the verification found. */
export interface VerifiedPart {
  readonly checked_seal: string;
  readonly next: string | null;
  readonly entries: string;
  readonly head: string | null;
  readonly broken_seal: string | null;
  readonly broken_entry: string | null;
  readonly fault: JournalFault | null;
}

/** Compares about this many entries after a seal with the journal. */
export async function verifyJournalPart(db: Knex, after: number, entries: number): Promise<VerifiedPart> {
  const sql = 'select * from anju.verify_journal(?, ?)';
  const { rows } = await db.raw<{ rows: VerifiedPart[] }>(sql, [after, entries]);
  const [part] = rows;
  if (!part) throw new Error('The verification of the journal answered nothing');
  return part;
}

/** The hash of a seal; undefined when there is none of this number. */
export async function sealHash(db: Knex, seal: number): Promise<string | undefined> {
  const row = await db
    .from('anju.journal_seal')
    .where({ id: seal })
    .first<{ hash: string } | undefined>(db.raw(`encode(hash, 'hex') as hash`));
  return row?.hash;
}

/** How many entries of the caller's range are not sealed yet. */
export async function unsealedCount(db: Knex): Promise<number> {
  const row = await db
    .from('anju.journal')
    .whereRaw('id > coalesce((select max(last_id) from anju.journal_seal), 0)')
    .count<{ count: string }[]>('* as count')
    .first();
  return Number(row?.count ?? 0);
}

const DAYS = 400;

/** The last seal of each of the last days that have one, newest first. */
export async function dailySeals(db: Knex): Promise<JournalSeal[]> {
  const { rows } = await db.raw<{
    rows: (Omit<JournalSeal, 'seal' | 'lastEntry'> & { seal: string; last_entry: string })[];
  }>(
    `with recursive day as (
       (select s.* from anju.journal_seal s order by s.id desc limit 1)
       union all
       select before.* from day cross join lateral (
         select s.* from anju.journal_seal s
         where s.id < day.id and s.at < (day.at at time zone 'Asia/Shanghai')::date::timestamp at time zone 'Asia/Shanghai'
         order by s.id desc limit 1) before
     )
     select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, id as seal, to_json(at)#>>'{}' as at, last_id as last_entry,
            encode(hash, 'hex') as hash
     from day order by id desc limit ?`,
    [DAYS],
  );
  return rows.map(({ last_entry, seal, ...rest }) => ({ ...rest, seal: Number(seal), lastEntry: Number(last_entry) }));
}
