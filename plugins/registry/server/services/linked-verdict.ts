import {
  ARCHIVE_FIELDS,
  ARCHIVE_FIELD_LABELS,
  checkSafeguard,
  type LeftOutReason,
  missingArchiveFields,
  type SafeguardContext,
  withoutUnasked,
} from '@anju/domain';
import {
  relocationEntryRow,
  type RelocationEntryRow,
  renovationRecord,
  type RenovationRecord,
  type SafeguardInput,
} from '@anju/domain/contracts';
import type { LinkedSources } from '../queries/linked-sources';
import type { LinkedSafeguard } from '../queries/write-linked';

/** What its other records make of a household: a safeguard, or a reason why somebody must look. */
export type LinkedVerdict =
  | { readonly household: LinkedSources; readonly safeguard: LinkedSafeguard }
  | { readonly household: LinkedSources; readonly reason: LeftOutReason; readonly detail: string | null };

/** Values that every safeguard needs and that are judged once for the whole set. */
const ANY_PERSONS = {
  version: 0,
  entryPerson: '-',
  entryDate: '2000-01-01',
  townshipReviewer: '-',
  countyReviewer: '-',
};

/** Judges one household by the form's own rules: exactly one source, and that complete. */
export function judgeLinked(household: LinkedSources, context: SafeguardContext): LinkedVerdict {
  const leftOut = (reason: LeftOutReason, detail: string | null = null) => ({ household, reason, detail });
  const archives = household.archives.map((archive) => renovationRecord.parse(archive));
  const entries = household.entries.map((entry) => relocationEntryRow.parse(entry));
  if (household.is_elsewhere) return leftOut('archiveElsewhere');
  const [archive, ...otherArchives] = archives;
  const [entry] = entries;
  if (!archive && !entry) return leftOut('noSource');
  if ((archive && entry) || household.is_overlapping || !agree(entries)) return leftOut('severalSources');
  if (otherArchives.length > 0)
    return leftOut('severalArchives', archives.map(({ planYear }) => planYear ?? '未填年度').join('、'));
  if (household.is_shared) return leftOut('sharedArchive');
  if (archive) {
    const gaps = missingArchiveFields(archive);
    if (gaps.length > 0)
      return leftOut('archiveIncomplete', `缺 ${gaps.map((gap) => ARCHIVE_FIELD_LABELS[gap]).join('、')}`);
  }
  const gaps = entry ? missingDates(entry) : [];
  if (gaps.length > 0) return leftOut('relocationIncomplete', `缺 ${gaps.join('、')}`);
  const input = archive ? ofArchive(archive, context) : entry && ofEntry(entry);
  if (!input) return leftOut('noSource');
  const problems = problemsOf(input, context);
  if (problems.length > 0) return leftOut('ruleBroken', problems.join('；'));
  return { household, safeguard: safeguardOf(household, input, archive, entry) };
}

function ofArchive(archive: RenovationRecord, { forms, options }: SafeguardContext): SafeguardInput {
  const fields = Object.fromEntries(ARCHIVE_FIELDS.map((field) => [field, archive[field]]));
  return withoutUnasked({ ...ANY_PERSONS, kind: 'renovation', ...fields, kindNote: archive.modeNote }, forms, options);
}

function ofEntry({ startDate, completionDate, moveInDate }: RelocationEntryRow): SafeguardInput {
  return { ...ANY_PERSONS, kind: 'povertyRelocation', startDate, completionDate, moveInDate };
}

/** Several persons of a household stand on the list: one source, unless their dates disagree. */
function agree(entries: readonly RelocationEntryRow[]): boolean {
  return new Set(entries.map((entry) => `${entry.startDate} ${entry.completionDate} ${entry.moveInDate}`)).size <= 1;
}

function missingDates({ startDate, completionDate, moveInDate }: RelocationEntryRow): string[] {
  return [
    ...(startDate ? [] : ['开工时间']),
    ...(completionDate ? [] : ['竣工时间']),
    ...(moveInDate ? [] : ['入住时间']),
  ];
}

function problemsOf(input: SafeguardInput, context: SafeguardContext): string[] {
  const common = new Set(context.forms.common.map(({ name }) => name));
  return Object.entries(checkSafeguard(input, context)).flatMap(([field, text]) => (common.has(field) ? [] : [text]));
}

function safeguardOf(
  { id, region_code, source }: LinkedSources,
  input: SafeguardInput,
  archive: RenovationRecord | undefined,
  entry: RelocationEntryRow | undefined,
): LinkedSafeguard {
  return {
    household_id: id,
    region_code,
    source,
    kind: input.kind,
    kind_note: input.kindNote ?? null,
    renovation_id: archive?.id ?? null,
    relocation_entry_id: entry?.id ?? null,
    start_date: entry?.startDate ?? null,
    completion_date: entry?.completionDate ?? null,
    move_in_date: entry?.moveInDate ?? null,
  };
}
