import {
  ARCHIVE_FIELDS,
  checkSafeguard,
  kindColumns,
  optionsHolding,
  type PlacedOption,
  type SafeguardContext,
  withoutUnasked,
} from '@anju/domain';
import { type FormDefinition, type SafeguardInput, safeguardInput } from '@anju/domain/contracts';
import type { RowError } from '../lists/list-row';
import type { JudgedRow, RecognitionRow } from '../queries/recognition-rows';
import { columnName } from '../queries/stage-entries';

/** What rows are judged by, the same as on the form. */
export interface RecognitionRules {
  readonly forms: FormDefinition;
  readonly options: readonly PlacedOption[];
  readonly today: string;
  /** A field's title in the workbook. */
  readonly titleOf: (field: string) => string;
}

const ARCHIVE_COLUMN_OF: Readonly<Record<string, string>> = { kindNote: 'modeNote' };

/** Judges one row by the form's own rules (checkSafeguard); what its household's archive says already need not be said again. */
export function judgeRecognition(row: RecognitionRow, rules: RecognitionRules): JudgedRow | readonly RowError[] {
  const sent = safeguardInput.parse(row.input);
  const isRenovation = sent.kind === 'renovation';
  const archive = isRenovation ? row.archive : null;
  const refuse = (field: string, message: string) => [{ row: row.row, field: rules.titleOf(field), message }];
  if (isRenovation && row.subsidy_of_parts !== null) {
    const total = sent.subsidyTotal ?? row.subsidy_of_parts;
    if (total !== row.subsidy_of_parts) {
      const message = `档案中各级补助合计为 ${row.subsidy_of_parts.toFixed(2)} 元，补助资金应与其一致；如需更正，请修改危房改造档案`;
      return refuse('subsidyTotal', message);
    }
  }
  const context = contextOf(row.region_code, rules, archive);
  const input = withoutUnasked(withArchive(sent, archive), rules.forms, context.options);
  const messages = Object.entries(checkSafeguard(input, context));
  if (messages.length > 0) return messages.flatMap(([field, message]) => refuse(field, message));
  return {
    row: row.row,
    household_id: row.household_id,
    archive_id: row.archive_id,
    archive_version: row.archive_version,
    safeguard: safeguardColumns(input),
    archive: isRenovation ? archiveColumns(input) : null,
  };
}

function contextOf(
  regionCode: string,
  { forms, options, today }: RecognitionRules,
  archive: RecognitionRow['archive'],
): SafeguardContext {
  return { forms, today, options: optionsHolding(options, regionCode), ...(archive ? { recorded: archive } : {}) };
}

/** An empty cell says nothing: the archive keeps what it has. */
function withArchive(sent: SafeguardInput, archive: RecognitionRow['archive']): SafeguardInput {
  if (!archive) return sent;
  const said = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null && value !== undefined));
  // The archive's fields and the form's are of one type, field by field.
  return { ...archive, ...said } as SafeguardInput;
}

/** Columns of the safeguard that a row fills, by their names in the database. */
export const SAFEGUARD_COLUMNS = [
  ...['kind', 'kind_note', 'entry_person', 'entry_date', 'township_reviewer', 'township_review_date'],
  ...['county_reviewer', 'county_review_date'],
];

export const ARCHIVE_COLUMNS_OF_FORM = [...ARCHIVE_FIELDS, 'modeNote'].map(columnName);

function safeguardColumns(input: SafeguardInput): Record<string, unknown> {
  const common = {
    kind: input.kind,
    kindNote: input.kindNote ?? null,
    entryPerson: input.entryPerson,
    entryDate: input.entryDate,
    townshipReviewer: input.townshipReviewer ?? null,
    townshipReviewDate: input.townshipReviewDate ?? null,
    countyReviewer: input.countyReviewer ?? null,
    countyReviewDate: input.countyReviewDate ?? null,
  };
  return inColumns({ ...common, ...kindColumns(input) });
}

function archiveColumns(input: SafeguardInput): Record<string, unknown> {
  const values: Readonly<Record<string, unknown>> = input;
  return inColumns(
    Object.fromEntries(
      [...ARCHIVE_FIELDS, 'kindNote'].map((field) => [ARCHIVE_COLUMN_OF[field] ?? field, values[field] ?? null]),
    ),
  );
}

function inColumns(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [columnName(field), value]));
}
