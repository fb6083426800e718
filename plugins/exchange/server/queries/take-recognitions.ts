import type { PaperTownship } from '@anju/kit';
import type { Client } from 'pg';
import { ARCHIVE_COLUMN_NAMES } from './compare-archives';
import { runStatements } from './run-statements';

/** Somebody saved one of the households, or its archive, between its judgement and its lock. */
export class HouseholdChanged extends Error {}

/** The columns of a safeguard that a row fills; written out once for all kinds, those of other kinds empty. */
export interface RecognitionColumns {
  readonly safeguard: readonly string[];
  readonly archive: readonly string[];
}

/** Recognises the judged households as a set, with a journal entry for each. */
export async function takeRecognitions(
  client: Client,
  batchId: number,
  {
    columns,
    paper,
    onShare,
  }: { readonly columns: RecognitionColumns; readonly paper: PaperTownship; readonly onShare: (share: number) => void },
): Promise<void> {
  await lockJudged(client);
  const own = (name: string) => columns.safeguard.map((column) => `${name}.${column}`).join(', ');
  const archived = columns.archive.map((column) => `${column} = b.${column}`).join(', ');
  const statements = [
    BEFORE,
    `update renovations a set ${archived} from judged j cross join lateral jsonb_populate_record(null::renovations, j.archive) b
     where j.archive is not null and a.id = j.archive_id`,
    `update judged set archive_id = nextval(pg_get_serial_sequence('public.renovations', 'id')), safeguard = safeguard || '{"opened": true}'
     where archive is not null and archive_id is null`,
    `insert into renovations (id, region_code, head_name, id_number, poverty_type, person_count, import_batch_id, ${columns.archive.join(', ')})
     select j.archive_id, l.region_code, m.name, coalesce(nullif(m.corrected_id_number, ''), m.registry_id_number),
       case when l.source = 'registry' then 'registeredPoor' end, h.member_count, (select id from import_run), ${columns.archive.map((column) => `b.${column}`).join(', ')}
     from judged j join listed l using (row) join households h on h.id = j.household_id join members m on m.household_id = h.id and m.is_head
     cross join lateral jsonb_populate_record(null::renovations, j.archive) b
     where j.safeguard ? 'opened' order by j.row`,
    `insert into safeguards (household_id, region_code, source, renovation_id, relocation_entry_id, entered_by, review_state, ${columns.safeguard.join(', ')})
     select j.household_id, l.region_code, l.source, j.archive_id,
       case when b.kind = 'povertyRelocation' then (select r.id from members m join relocation_entries r on r.id_key = m.id_key
         where m.household_id = j.household_id order by r.id limit 1) end,
       anju.actor(), 'entered', ${own('b')}
     from judged j join listed l using (row) cross join lateral jsonb_populate_record(null::safeguards, j.safeguard) b
     order by j.household_id`,
    ...PAPER[paper],
    JOURNAL,
    AFTER,
  ];
  await runStatements(client, batchId, statements, onShare);
}

/** Nobody changes the households and their archives any more; what somebody has changed since it was judged ends the import. */
async function lockJudged(client: Client): Promise<void> {
  const { rows } = await client.query<{ head_name: string }>(
    `with locked as (
       select h.id, h.recognised, h.content_version, h.version from households h join judged j on j.household_id = h.id order by h.id for no key update of h)
     select l.head_name from locked k join listed l on l.household_id = k.id and l.input is not null
     where k.recognised or l.version < k.content_version or l.version > k.version limit 1`,
  );
  const [changed] = rows;
  if (changed) throw new HouseholdChanged(`${changed.head_name}户刚刚被他人修改，未写入任何数据，请再次提交`);
  const archives = await client.query<{ head_name: string }>(
    `with locked as (
       select a.id, a.version from renovations a join judged j on j.archive_id = a.id order by a.id for no key update of a)
     select l.head_name from judged j join listed l using (row) left join locked k on k.id = j.archive_id
     where j.archive_id is not null and k.version is distinct from j.archive_version limit 1`,
  );
  const [archive] = archives.rows;
  if (archive)
    throw new HouseholdChanged(`${archive.head_name}户的危房改造档案刚刚被他人修改，未写入任何数据，请再次提交`);
}

const BEFORE = `
  insert into anju.import_change (batch_id, table_name, row_id, region_code, before)
  select (select id from import_run), 'renovations', a.id, a.region_code, jsonb_build_object(${ARCHIVE_COLUMN_NAMES.map(
    (column) => `'${column}', a.${column}`,
  ).join(', ')}, 'imported', a.imported, 'vanished_at', a.vanished_at, 'import_batch_id', a.import_batch_id)
  from judged j join renovations a on a.id = j.archive_id where j.archive is not null`;

const approve = (condition: string) => `
  update safeguards s set review_state = 'townshipApproved', township_paper = true, township_approved_at = clock_timestamp()
  from judged j where s.household_id = j.household_id and s.review_state = 'entered' and s.township_reviewer is not null
    and s.township_review_date is not null${condition}`;

/* A typed township reviewer and date approve on paper where the configuration says so. */
const PAPER: Readonly<Record<PaperTownship, readonly string[]>> = {
  always: [approve('')],
  never: [],
  whereNoReviewer: [approve(' and not anju.township_has_reviewer(s.region_code)')],
};

const JOURNAL = `
  select anju.write_journal('recogniseImported', 'households', s.household_id, s.region_code,
    jsonb_build_object('kind', s.kind, 'renovationId', s.renovation_id, 'relocationEntryId', s.relocation_entry_id, 'batch', (select id from import_run)))
  from judged j join safeguards s on s.household_id = j.household_id`;

/* What was made, beside the version that each household has now: another one says that somebody went on with it. */
const AFTER = `
  insert into anju.import_change (batch_id, table_name, row_id, region_code, before, after_version)
  select (select id from import_run), 'safeguards', s.id, s.region_code, null, h.version
  from judged j join safeguards s on s.household_id = j.household_id join households h on h.id = s.household_id`;
