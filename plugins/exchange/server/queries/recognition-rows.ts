import type { Client } from 'pg';
import type { RowError } from '../lists/list-row';
import { jsonColumn } from './json-column';

/** A staged row that is to be judged, with its household and the archive that belongs to that, or could. */
export interface RecognitionRow {
  readonly row: number;
  readonly household_id: number;
  readonly region_code: string;
  readonly input: unknown;
  /** Its fields by their names in the form; null when there is none in the scope. */
  readonly archive: Readonly<Record<string, unknown>> | null;
  readonly archive_id: number | null;
  readonly archive_version: number | null;
  /** What the parts of the archive's subsidy come to. */
  readonly subsidy_of_parts: number | null;
}

/** The next rows after `after` that nothing is wrong with yet. */
export async function recognitionRows(
  client: Client,
  after: number,
  limit: number,
): Promise<readonly RecognitionRow[]> {
  const { rows } = await client.query<RecognitionRow>(
    `select l.row, l.household_id, l.region_code, l.input, a.id as archive_id, a.version as archive_version,
       case when a.id is not null then json_build_object('originalAppraisalResult', a.original_appraisal_result,
         'renovationMode', a.renovation_mode, 'kindNote', a.mode_note, 'constructionMode', a.construction_mode, 'planYear', a.plan_year,
         'subsidyTotal', a.subsidy_total, 'startDate', a.start_date, 'completionDate', a.completion_date, 'accepted', a.accepted,
         'acceptedBy', a.accepted_by) end as archive,
       (case when coalesce(a.subsidy_central, a.subsidy_province, a.subsidy_city, a.subsidy_county) is not null
         then coalesce(a.subsidy_central, 0) + coalesce(a.subsidy_province, 0) + coalesce(a.subsidy_city, 0) + coalesce(a.subsidy_county, 0) end)::float8
         as subsidy_of_parts
     from (select * from listed where input is not null and not is_refused and row > $1
             and not exists (select from staged_error e where e.row = listed.row) order by row limit $2) l
     left join lateral (select coalesce((
         select r.id from renovations r where r.household_id = l.household_id
           and not exists (select from safeguards other where other.renovation_id = r.id)), (
         select r.id from members m join renovations r on r.id_key = m.id_key
         where m.household_id = l.household_id and r.household_id is null and r.refused_household_id is distinct from l.household_id
           and not exists (select from safeguards other where other.renovation_id = r.id)
         order by r.plan_year desc nulls last, r.id limit 1)) as id offset 0) found on l.input ->> 'kind' = 'renovation'
     left join renovations a on a.id = found.id
     order by l.row`,
    [after, limit],
  );
  return rows.map((row) => ({
    ...row,
    input: jsonColumn(row.input),
    archive: jsonColumn<Readonly<Record<string, unknown>>>(row.archive),
  }));
}

/** A row as the form's rules accept it: columns of its safeguard, and of its archive. */
export interface JudgedRow {
  readonly row: number;
  readonly household_id: number;
  readonly archive_id: number | null;
  /** The version that the row was judged by. */
  readonly archive_version: number | null;
  readonly safeguard: Readonly<Record<string, unknown>>;
  readonly archive: Readonly<Record<string, unknown>> | null;
}

/** Keeps judged rows and what was wrong with others. */
export async function keepJudged(
  client: Client,
  judged: readonly JudgedRow[],
  errors: readonly RowError[],
): Promise<void> {
  await client.query(
    `insert into judged select * from jsonb_to_recordset($1::jsonb)
       as j (row integer, household_id integer, archive_id integer, archive_version integer, safeguard jsonb, archive jsonb)`,
    [JSON.stringify(judged)],
  );
  await client.query(
    `insert into staged_error (row, field, message)
     select row, field, message from jsonb_to_recordset($1::jsonb) as e (row integer, field text, message text)`,
    [JSON.stringify(errors)],
  );
}
