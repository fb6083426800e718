import { KIND_COLUMNS, type PlacedOption } from '@anju/domain';
import { registerToday, reviewSettings } from '@anju/kit';
import type { Client } from 'pg';
import type { RowError } from '../lists/list-row';
import { KIND_COLUMN, type RecognitionForm, recognitionForm } from '../lists/recognition-columns';
import { readRecognitions } from '../lists/recognition-list';
import { type FormInForce, formInForce } from '../queries/form-in-force';
import { entryCounts } from '../queries/entry-counts';
import { compareRecognitions, judgeAgainstRegister, refuseSharedArchives } from '../queries/judge-recognitions';
import { recognitionExamples } from '../queries/recognition-examples';
import { type JudgedRow, keepJudged, recognitionRows } from '../queries/recognition-rows';
import { refusedEntries } from '../queries/refused-entries';
import { columnName, stageEntries } from '../queries/stage-entries';
import { NO_COUNTIES } from '../queries/staged-counties';
import type { EntryCounts } from '../queries/staged-list-counts';
import { takeRecognitions } from '../queries/take-recognitions';
import {
  ARCHIVE_COLUMNS_OF_FORM,
  judgeRecognition,
  type RecognitionRules,
  SAFEGUARD_COLUMNS,
} from './judge-recognition';
import type { ListKind, Reading } from './list-kind';

const STAGED = {
  householdId: 'integer',
  version: 'integer',
  headName: 'text',
  householdNumber: 'text',
  input: 'jsonb',
} as const;
/** Rows judged at once. */
const AT_ONCE = 1000;

/**
 * A filled-in workbook of unrecognised households: each row is judged as the form would be, and recognised as a set. A household that
 * was recognised or changed since the workbook was made is refused by name.
 */
export const RECOGNITION_SHEET: ListKind<EntryCounts> = {
  kind: 'recognition',
  header: async (client) => (await formIn(client)).form.header,
  stage: stageRecognitions,
  judge: judgeRecognitions,
  compare: compareRecognitions,
  counts: entryCounts,
  acceptable: ({ entries }) => entries.new,
  examples: recognitionExamples,
  refusedRows: refusedEntries,
  counties: NO_COUNTIES,
  take: (client, batchId, onShare) =>
    takeRecognitions(client, batchId, { columns: COLUMNS, paper: reviewSettings().paperTownship, onShare }),
};

const COLUMNS = {
  safeguard: [...SAFEGUARD_COLUMNS, ...KIND_COLUMNS.map(columnName)],
  archive: ARCHIVE_COLUMNS_OF_FORM,
};

async function formIn(client: Client): Promise<FormInForce & { readonly form: RecognitionForm }> {
  const rules = await formInForce(client);
  return { ...rules, form: recognitionForm(rules.forms) };
}

async function stageRecognitions({ client, file, mapping, regions, watch }: Reading): Promise<void> {
  const { form, forms, options } = await formIn(client);
  const meets = ({ regionCode }: PlacedOption) =>
    regionCode === null || regionCode.startsWith(regions.within) || regions.within.startsWith(regionCode);
  const reading = { form, forms, options: options.filter(meets), today: registerToday() };
  await stageEntries(client, STAGED, readRecognitions(file, form.header.mapped(mapping), reading, watch));
}

async function judgeRecognitions(client: Client): Promise<void> {
  await judgeAgainstRegister(client);
  const { form, forms, options } = await formIn(client);
  const titles = new Map(form.columns.map(({ name, title }) => [name, title]));
  const rules: RecognitionRules = {
    forms,
    options,
    today: registerToday(),
    titleOf: (field) => titles.get(field) ?? KIND_COLUMN.title,
  };
  let after = 0;
  for (;;) {
    const rows = await recognitionRows(client, after, AT_ONCE);
    const verdicts = rows.map((row) => judgeRecognition(row, rules));
    await keepJudged(
      client,
      verdicts.filter(isJudged),
      verdicts.flatMap((verdict) => (isJudged(verdict) ? [] : verdict)),
    );
    after = rows.at(-1)?.row ?? 0;
    if (rows.length < AT_ONCE) break;
  }
  await refuseSharedArchives(client);
}

function isJudged(verdict: JudgedRow | readonly RowError[]): verdict is JudgedRow {
  return 'safeguard' in verdict;
}
