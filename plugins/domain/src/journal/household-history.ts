import type { JournalChange } from '../contracts/journal';
import { journalChanges, type JournalledValues, type OptionLabel, type Sight } from './changes';
import { journalActionLabel, JOURNAL_FIELD_LABELS } from './labels';

/** Fields that only machines read, and those that follow from others. */
const UNTOLD = new Set([
  'contentHash',
  'countyApprovedBy',
  'countyApprovedAt',
  'enteredBy',
  'householdId',
  'memberCount',
  'mimeType',
  'recognised',
  'relocationEntryId',
  'renovationId',
  'returnedBy',
  'sizeBytes',
  'source',
  'storageKey',
  'thumbnailKey',
  'townshipApprovedBy',
  'townshipApprovedAt',
  'uploadedBy',
]);

/** What a new row says only because every row says it. */
const UNTOLD_OF_NEW = new Set(['category', 'countyPaper', 'regionCode', 'reviewState', 'townshipPaper']);

/** What one entry tells a reader of a household's own history; null when it tells nothing. */
export function historyStep(
  values: JournalledValues,
  optionLabel: OptionLabel,
  sight: Sight,
): { readonly actionLabel: string; readonly changes: readonly JournalChange[] } | null {
  const changes = journalChanges(values, optionLabel, sight).filter(
    ({ field, before, after }) =>
      !UNTOLD.has(field) &&
      !(values.action === 'create' && UNTOLD_OF_NEW.has(field)) &&
      field in JOURNAL_FIELD_LABELS &&
      (before ?? after) !== null,
  );
  const isMarkedDeleted = changes.some(({ field, after }) => field === 'deletedAt' && after !== null);
  if (isMarkedDeleted)
    return { actionLabel: journalActionLabel('delete'), changes: changes.filter(({ field }) => field !== 'deletedAt') };
  const isSilent = changes.length === 0 && values.action === 'update';
  return isSilent ? null : { actionLabel: journalActionLabel(values.action), changes };
}
